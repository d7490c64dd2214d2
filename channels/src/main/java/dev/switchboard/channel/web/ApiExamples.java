package dev.switchboard.channel.web;

/** What the API's document shows of each message. */
final class ApiExamples {

  static final String QUESTION =
      """
      {"question": "How long does delivery take?"}
      """;

  static final String FOLLOW_UP =
      """
      {
        "question": "and to Norway?",
        "history": [{"question": "How long does delivery take?", "articles": ["delivery-times"]}]
      }
      """;

  static final String ANSWER =
      """
      {
        "question": "How long does delivery take?",
        "language": "en",
        "parts": [
          {
            "question": "How long does delivery take?",
            "decision": "answer",
            "confidence": 0.97,
            "text": "Two to four **working days**. [1]",
            "blocks": [
              {
                "type": "paragraph",
                "content": [
                  {"type": "text", "text": "Two to four "},
                  {"type": "strong", "content": [{"type": "text", "text": "working days"}]},
                  {"type": "text", "text": ". "},
                  {"type": "citation", "number": 1}
                ]
              }
            ],
            "citations": [
              {
                "article": "delivery-times",
                "version": 3,
                "kind": "faq",
                "title": "When will my parcel arrive?",
                "headings": [],
                "url": "https://www.example.com/help/delivery",
                "quote": "Two to four **working days**.",
                "blocks": [
                  {
                    "type": "paragraph",
                    "content": [
                      {"type": "text", "text": "Two to four "},
                      {"type": "strong", "content": [{"type": "text", "text": "working days"}]},
                      {"type": "text", "text": "."}
                    ]
                  }
                ]
              }
            ],
            "options": [],
            "because": "The best article is above the threshold for answers."
          }
        ],
        "receipt": {
          "signals": [],
          "language": "en",
          "thresholds": {"answer": 0.8, "clarify": 0.4},
          "evidence": [
            {
              "question": "How long does delivery take?",
              "candidates": [
                {
                  "article": "delivery-times",
                  "version": 3,
                  "title": "When will my parcel arrive?",
                  "headings": [],
                  "matched": "How long is the delivery?",
                  "probability": 0.97,
                  "scores": {"meaning": 0.91, "words": 12.4}
                }
              ],
              "micros": {"meaning": 2100, "words": 300}
            }
          ],
          "micros": {"reading": 900, "total": 3600}
        }
      }
      """;

  static final String NO_QUESTION =
      """
      {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": "The question must be a text."
      }
      """;

  private ApiExamples() {}
}
