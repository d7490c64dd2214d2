package dev.switchboard.bot.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the lines of a word list.
 *
 * <p>A phrase is a row of words. {@code a/b} is a choice, {@code a_b} keeps two words together
 * inside a choice, {@code [a]} may be missing, {@code ...} stands for up to three words, {@code |}
 * at the start or the end asks for the start or the end of a clause. {@code $name = a/b} names a
 * choice for the lines below it.
 */
final class PhraseParser {

  private final Map<String, String> choices = new HashMap<>();

  /** Remembers a line {@code $name = a/b}. */
  void define(String line) {
    int equals = line.indexOf('=');
    choices.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
  }

  /** The phrase a line spells. */
  Phrase parse(String line) {
    var words = new ArrayList<>(List.of(line.strip().split("\\s+")));
    boolean opens = words.getFirst().equals("|");
    boolean closes = words.getLast().equals("|");
    words.removeIf("|"::equals);
    return new Phrase(words.stream().map(this::part).toList(), opens, closes);
  }

  private Phrase.Part part(String word) {
    if (word.equals("...")) {
      return new Phrase.Gap();
    }
    boolean optional = word.startsWith("[") && word.endsWith("]");
    return words(optional ? word.substring(1, word.length() - 1) : word, optional);
  }

  private Phrase.Words words(String choice, boolean optional) {
    var byFirst = new HashMap<String, List<List<String>>>();
    wordings(choice)
        .forEach(
            row -> byFirst.computeIfAbsent(row.getFirst(), first -> new ArrayList<>()).add(row));
    return new Phrase.Words(Map.copyOf(byFirst), optional);
  }

  private List<List<String>> wordings(String choice) {
    var rows = new ArrayList<List<String>>();
    for (var wording : choice.split("/")) {
      if (wording.startsWith("$")) {
        rows.addAll(wordings(named(wording)));
      } else {
        rows.add(Arrays.stream(wording.split("_")).flatMap(PhraseParser::tokens).toList());
      }
    }
    return rows;
  }

  private String named(String name) {
    var choice = choices.get(name);
    if (choice == null) {
      throw new IllegalArgumentException("no line above says what " + name + " stands for");
    }
    return choice;
  }

  private static Stream<String> tokens(String word) {
    return Tokens.of(word).stream().map(Token::word);
  }
}
