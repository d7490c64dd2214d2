package dev.switchboard.bot.cascade;

import dev.switchboard.bot.Rung;
import dev.switchboard.bot.Traits;
import dev.switchboard.bot.Traits.Found;
import java.util.Locale;

/**
 * What of a question may ask for a rung, with the rung that it asks for by default; of those that
 * ask for the same rung the first is the reason.
 */
public enum Matter {
  /** A tool of the team may know more. */
  TOOL(Rung.MINI, "a tool of the team may know more") {
    @Override
    boolean isIn(Traits traits, Policy policy) {
      return traits.tool();
    }
  },
  /** An approved answer is at hand. */
  FAQ(Rung.KNOWLEDGE, "an approved answer is at hand") {
    @Override
    boolean isIn(Traits traits, Policy policy) {
      return traits.found() == Found.ANSWER && !traits.document();
    }
  },
  /** A document answers. */
  DOCUMENT(Rung.MINI, "a document answers, of which the knowledge alone could only quote") {
    @Override
    boolean isIn(Traits traits, Policy policy) {
      return traits.found() == Found.ANSWER && traits.document();
    }
  },
  /** Several articles are close. */
  CHOICE(Rung.MINI, "several articles are close, and a model may tell which one answers") {
    @Override
    boolean isIn(Traits traits, Policy policy) {
      return traits.found() == Found.CHOICE;
    }
  },
  /** An article is near, but too unlikely to be shown. */
  UNSURE(Rung.MINI, "an article is near, but not near enough to be shown unread") {
    @Override
    boolean isIn(Traits traits, Policy policy) {
      return traits.found() == Found.NOTHING
          && !traits.foreign()
          && traits.confidence() >= policy.unsureFrom();
    }
  },
  /** The knowledge holds nothing in the customer's language. */
  FOREIGN(Rung.MINI, "the knowledge holds nothing in the customer's language") {
    @Override
    boolean isIn(Traits traits, Policy policy) {
      return traits.foreign() && traits.found() != Found.COURTESY;
    }
  },
  /** Several things have to be thought through together. */
  REASONING(Rung.LARGE, "several things have to be thought through together") {
    @Override
    boolean isIn(Traits traits, Policy policy) {
      return traits.reasoning() && isOpen(traits, policy);
    }
  },
  /** Many questions at once. */
  MANY(Rung.LARGE, "it is one of many questions at once") {
    @Override
    boolean isIn(Traits traits, Policy policy) {
      return traits.questions() >= policy.many() && isOpen(traits, policy);
    }
  },
  /** Pictures came along. */
  PICTURES(Rung.LARGE, "a picture came along") {
    @Override
    boolean isIn(Traits traits, Policy policy) {
      return traits.pictures() > 0;
    }
  },
  /** The customer sounds annoyed. */
  CROSS(Rung.LARGE, "the customer sounds annoyed") {
    @Override
    boolean isIn(Traits traits, Policy policy) {
      return traits.cross() && isAnswerable(traits, policy);
    }
  },
  /** The answer before did not help. */
  FAILED(Rung.LARGE, "the answer before did not help") {
    @Override
    boolean isIn(Traits traits, Policy policy) {
      return traits.failures() > 0 && isAnswerable(traits, policy);
    }
  },
  /** The team has listed the customer. */
  VIP(Rung.LARGE, "the team has listed the customer") {
    @Override
    boolean isIn(Traits traits, Policy policy) {
      return traits.vip() && isOpen(traits, policy);
    }
  };

  private final Rung usual;
  private final String because;

  Matter(Rung usual, String because) {
    this.usual = usual;
    this.because = because;
  }

  /** Whether the question has it. */
  abstract boolean isIn(Traits traits, Policy policy);

  /** The rung where the team has said nothing. */
  Rung usual() {
    return usual;
  }

  String because() {
    return because;
  }

  /** As it is called in a configuration, {@code reasoning}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  // What is approved and surely meant needs no model.
  private static boolean isOpen(Traits traits, Policy policy) {
    boolean sure =
        traits.found() == Found.ANSWER
            && !traits.document()
            && !traits.tool()
            && traits.confidence() >= policy.sureFrom();
    return !sure && isAnswerable(traits, policy);
  }

  // Without anything to write from a model has nothing to say.
  private static boolean isAnswerable(Traits traits, Policy policy) {
    return traits.found() != Found.COURTESY
        && (traits.found() != Found.NOTHING
            || traits.foreign()
            || traits.tool()
            || traits.confidence() >= policy.unsureFrom());
  }
}
