package dev.switchboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.app.wiring.StartingKnowledge;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Link.Reset;
import dev.switchboard.bot.account.Link.Setup;
import dev.switchboard.bot.account.Links;
import dev.switchboard.bot.account.Role;
import dev.switchboard.bot.store.StoreDefaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WayInTest {
  private final List<String> told = new ArrayList<>();

  @Test
  void keepsTheLinkOutOfTheLogAndForItsOwner(@TempDir Path data) throws Exception {
    var knowledge = Files.writeString(data.resolve("faq.csv"), "question,answer\nWhere?,Here.\n");
    Map<String, Object> settings =
        Map.of(
            RunningServer.PORT,
            RunningServer.ANY_FREE_PORT,
            StartingKnowledge.PATH,
            knowledge.toString(),
            Application.DATABASE,
            StoreDefaults.inMemory("way-in"));
    try (var server = RunningServer.start(settings, line -> {})) {
      var links = server.part(Links.class);
      var way = new WayIn(server);
      var to = PrivateLink.of(Optional.of(data), told::add);

      way.offerSetup(to);
      var first = token(data.resolve("setup-link.txt"), "/desk/setup#");
      assertThat(links.find(first)).contains(new Setup());
      assertThat(told).hasSize(1);
      assertThat(told.getFirst()).contains("setup-link.txt").doesNotContain(first);

      way.offerSetup(to);
      assertThat(token(data.resolve("setup-link.txt"), "/desk/setup#")).isNotEqualTo(first);

      links.setUp(first, "anna@team.example", "Anna", "");
      told.clear();
      way.offerSetup(to);
      assertThat(told).isEmpty();

      way.offerReset("Anna@Team.Example", to);
      var reset = links.find(token(data.resolve("reset-link.txt"), "/desk/reset#")).orElseThrow();
      assertThat(((Reset) reset).account().role()).isEqualTo(Role.ADMIN);
      assertThat(server.part(Accounts.class).haveAdmin()).isTrue();
      assertThatThrownBy(() -> way.offerReset("nobody@team.example", to))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("nobody@team.example");
    }
  }

  private static String token(Path file, String path) throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var link = Files.readString(file).strip();
    assertThat(link).contains(path);
    return link.substring(link.indexOf('#') + 1);
  }
}
