package dev.switchboard.channel.web;

import dev.switchboard.bot.Exchange;
import dev.switchboard.bot.Message;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A question as it is sent to the API.
 *
 * @param question the customer's message
 * @param history the exchanges before it, oldest first; may be left out
 */
@Serdeable
@Schema(name = "Question", requiredProperties = "question")
record AskQuestion(
    String question,
    @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) List<Earlier> history) {

  Message message() {
    return new Message(question, history.stream().map(Earlier::exchange).toList());
  }

  /**
   * An earlier question of the conversation.
   *
   * @param question what the customer wrote
   * @param articles the ids of the articles that were cited in return; may be left out
   */
  @Serdeable
  @Schema(name = "Earlier", requiredProperties = "question")
  record Earlier(
      String question,
      @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) List<String> articles) {

    private Exchange exchange() {
      return new Exchange(question, articles);
    }
  }
}
