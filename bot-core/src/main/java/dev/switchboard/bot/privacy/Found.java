package dev.switchboard.bot.privacy;

/**
 * Personal data at a place in a text.
 *
 * @param kind what it is
 * @param start its first character
 * @param end behind its last character
 */
public record Found(Kind kind, int start, int end) {

  /** The kinds of personal data; all but the last can be told by their form. */
  public enum Kind {
    EMAIL_ADDRESS("[e-mail]"),
    IBAN_CODE("[bank account]"),
    CREDIT_CARD("[card number]"),
    US_SSN("[social security number]"),
    IP_ADDRESS("[IP address]"),
    PHONE_NUMBER("[phone number]"),
    /** What is personal by what stands around it: names, streets, dates, ages. */
    PRIVATE("[name]");

    private final String placeholder;

    Kind(String placeholder) {
      this.placeholder = placeholder;
    }

    /** What a text shows in its place. */
    public String placeholder() {
      return placeholder;
    }
  }

  /** How many characters it has. */
  public int length() {
    return end - start;
  }
}
