package dev.switchboard.channel.web;

import dev.switchboard.channel.http.JsonBody;

/** Reads a question from the body of a request. */
final class QuestionReader {

  private QuestionReader() {}

  /**
   * Reads the question.
   *
   * @throws dev.switchboard.channel.http.Refusal when the body holds none
   */
  static AskQuestion read(JsonBody body) {
    return new AskQuestion(body.text("question"), body.objects("history", QuestionReader::earlier));
  }

  private static AskQuestion.Earlier earlier(JsonBody exchange) {
    return new AskQuestion.Earlier(exchange.text("question"), exchange.texts("articles"));
  }
}
