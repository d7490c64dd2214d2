package dev.switchboard.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.slack.api.model.manifest.AppManifest;
import com.slack.api.util.json.GsonFactory;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The description by which the app is made in Slack. */
class ManifestTest {

  @Test
  void isUnderstoodWithoutLossAndNamesWhatTheAppTakes() {
    var file =
        Objects.requireNonNull(ManifestTest.class.getResourceAsStream("/slack/manifest.json"));
    var json = JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    var gson = GsonFactory.createSnakeCase();
    var manifest = gson.fromJson(json, AppManifest.class);

    assertThat(gson.toJsonTree(manifest)).isEqualTo(json);
    assertThat(manifest.getFeatures().getShortcuts().getFirst().getCallbackId())
        .isEqualTo(SlackApp.SEND_TO_CUSTOMER);
  }
}
