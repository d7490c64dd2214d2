package dev.switchboard.bot.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text, as far as two texts say the same with them. */
final class Tokens {
  // A sign of a script that is written without spaces is a word of its own.
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]"
              + "|[\\p{L}\\p{N}\\p{M}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]+"
              + "(?:['’][\\p{L}\\p{N}]+)*");
  private static final Set<String> SMALL =
      Set.of(
          ("a an the of in on at to for and or but is are was were be been being it its this that"
                  + " these those with as by from into he she they his her their them which who whom"
                  + " what when where how than then there here also has have had do does did not no"
                  + " so if about after before over under out up down can could will would should"
                  + " may might must i you we my your our me us")
              .split(" "));
  private static final Set<String> CHAT =
      Set.of(
          ("i i'm me my mine we our you your yes yeah yep no nope really oh well hi hello lol think"
                  + " know sure guess agree")
              .split(" "));
  private static final Set<String> DENIALS =
      Set.of("not", "no", "never", "none", "cannot", "without", "nor");
  private static final List<String> ENDINGS =
      List.of("ing", "edly", "ed", "es", "s", "ly", "er", "est");
  private static final int SHORTEST_STEM = 3;

  private Tokens() {}

  static List<String> of(String text) {
    var words = new ArrayList<String>();
    var found = WORD.matcher(text.toLowerCase(Locale.ROOT).replace(" n't", " not"));
    while (found.find()) {
      words.add(found.group().replace('’', '\''));
    }
    return words;
  }

  /** The word without its ending, roughly, as English inflects. */
  static String stem(String word) {
    for (var ending : ENDINGS) {
      if (word.length() > ending.length() + SHORTEST_STEM && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  /** Whether the word carries meaning of its own. */
  static boolean isContent(String word) {
    return !SMALL.contains(word);
  }

  /** Whether people who chat say it of themselves. */
  static boolean isChat(String word) {
    return CHAT.contains(word);
  }

  static boolean isDenial(String word) {
    return DENIALS.contains(word) || word.endsWith("n't");
  }
}
