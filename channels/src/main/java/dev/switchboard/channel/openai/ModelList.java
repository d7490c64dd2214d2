package dev.switchboard.channel.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The models there are, as OpenAI's clients read it. */
@Serdeable
record ModelList(String object, List<Entry> data) {

  /** One of them. */
  @Serdeable
  record Entry(String id, String object, long created, @JsonProperty("owned_by") String ownedBy) {
    Entry(String id) {
      this(id, "model", 0, "switchboard");
    }
  }
}
