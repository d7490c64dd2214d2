package dev.switchboard.knowledge.article;

import java.util.List;

/** What an article says: a FAQ entry or a document. */
public sealed interface Content {

  /** The FAQ's question or the document's title. */
  String title();

  /** The approved answer or the document's text, Markdown. */
  String body();

  /**
   * A question the team has approved an answer to.
   *
   * @param question the question in the team's words
   * @param variants other wordings of it
   * @param answer the approved answer, Markdown
   */
  record Faq(String question, List<String> variants, String answer) implements Content {
    public Faq {
      variants = List.copyOf(variants);
    }

    @Override
    public String title() {
      return question;
    }

    @Override
    public String body() {
      return answer;
    }
  }

  /** A text with headings, Markdown. */
  record Document(String title, String body) implements Content {}
}
