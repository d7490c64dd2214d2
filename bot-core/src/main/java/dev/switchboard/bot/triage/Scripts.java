package dev.switchboard.bot.triage;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How many letters of which script a text has, and the language where the script alone tells. */
final class Scripts {

  private static final Map<UnicodeScript, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.DEVANAGARI, "hi"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"));

  private static final Set<UnicodeScript> SHARED =
      Set.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);

  private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);

  Scripts(String text) {
    text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .filter(script -> !SHARED.contains(script))
        .forEach(script -> letters.merge(script, 1, Integer::sum));
  }

  /** The letters of the text, of all scripts that belong to some languages only. */
  int letters() {
    return letters.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The language that the script tells; empty for scripts that many languages share. */
  Optional<Locale> language(Set<Locale> preferred) {
    int kana = count(UnicodeScript.HIRAGANA) + count(UnicodeScript.KATAKANA);
    int han = count(UnicodeScript.HAN);
    // A Latin product name takes more letters than the Japanese words around it.
    if ((kana + han) * 3 >= letters() && kana + han > 0) {
      return Optional.of(eastAsian(kana, preferred));
    }
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .flatMap(most -> Optional.ofNullable(LANGUAGES.get(most.getKey())))
        .map(Locale::of);
  }

  private static Locale eastAsian(int kana, Set<Locale> preferred) {
    boolean japaneseOnly =
        preferred.stream().anyMatch(language -> language.getLanguage().equals("ja"))
            && preferred.stream().noneMatch(language -> language.getLanguage().equals("zh"));
    return Locale.of(kana > 0 || japaneseOnly ? "ja" : "zh");
  }

  private int count(UnicodeScript script) {
    return letters.getOrDefault(script, 0);
  }
}
