package dev.switchboard.escalation.rules;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the rules of a team. */
public final class RulesFile {
  private static final String SHIPPED = "rules.yaml";

  private RulesFile() {}

  /** The rules that come with the product. */
  public static Rulebook shipped() {
    return read(SHIPPED, shippedText());
  }

  /**
   * The rules in the file; a section it does not have is the shipped one.
   *
   * @throws RulesRefused when there is any mistake in it
   */
  public static Rulebook read(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new RulesRefused(List.of("%s cannot be read as UTF-8 text".formatted(file)));
    }
  }

  static Rulebook read(String name, String text) {
    var mistakes = new ArrayList<Mistake>();
    var book = book(text, mistakes);
    if (!mistakes.isEmpty()) {
      throw new RulesRefused(lines(name, mistakes));
    }
    return book;
  }

  private static Rulebook book(String text, List<Mistake> mistakes) {
    var shipped = Sheet.of(composed(shippedText(), mistakes), mistakes);
    var own = text.isBlank() ? shipped : Sheet.of(composed(text, mistakes), mistakes);
    return new BookReader(own, shipped).read();
  }

  private static Node composed(String text, List<Mistake> mistakes) {
    try {
      var node = yaml().compose(new StringReader(text));
      return node == null ? Sheet.nothing() : node;
    } catch (MarkedYAMLException broken) {
      var mark = broken.getProblemMark();
      mistakes.add(
          mark == null
              ? new Mistake(1, 1, String.valueOf(broken.getProblem()))
              : Mistake.at(mark, String.valueOf(broken.getProblem())));
      return Sheet.nothing();
    }
  }

  private static Yaml yaml() {
    return new Yaml(new LoaderOptions());
  }

  private static String shippedText() {
    try (var in = Objects.requireNonNull(RulesFile.class.getResourceAsStream(SHIPPED))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException("the shipped rules cannot be read", fault);
    }
  }

  private static List<String> lines(String name, List<Mistake> mistakes) {
    return mistakes.stream()
        .sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column))
        .map(each -> "%s:%d:%d: %s".formatted(name, each.line(), each.column(), each.words()))
        .distinct()
        .toList();
  }
}
