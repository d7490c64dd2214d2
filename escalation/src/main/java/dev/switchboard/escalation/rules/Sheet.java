package dev.switchboard.escalation.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of the rules file, read entry by entry; what is wrong is noted, not thrown. */
final class Sheet {
  private final Node place;
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Map<String, Node> entries = new LinkedHashMap<>();
  private final List<Mistake> mistakes;

  private Sheet(Node place, List<Mistake> mistakes) {
    this.place = place;
    this.mistakes = mistakes;
  }

  /** What stands where nothing was written. */
  static Node nothing() {
    return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
  }

  /** The mapping; anything else is a mistake and reads as an empty one. */
  static Sheet of(Node node, List<Mistake> mistakes) {
    var sheet = new Sheet(node, mistakes);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(entry -> sheet.add(entry.getKeyNode(), entry.getValueNode()));
    } else {
      sheet.mistake("here must be keys with values, as in 'name: support'");
    }
    return sheet;
  }

  private void add(Node key, Node value) {
    var name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (name.isBlank()) {
      note(key, "a key must be a word");
    } else if (entries.putIfAbsent(name, value) != null) {
      note(key, "'%s' stands here twice".formatted(name));
    } else {
      keys.put(name, key);
    }
  }

  /** Notes every key that is not among these. */
  Sheet knowing(Set<String> known) {
    keys.forEach((name, key) -> {
      if (!known.contains(name)) {
        note(key, "unknown key '%s'%s".formatted(name, Nearest.hint(name, known)));
      }
    });
    return this;
  }

  Set<String> names() {
    return keys.keySet();
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** The text under the key; where it has to stand and does not, that is a mistake. */
  String required(String key) {
    if (!has(key)) {
      mistake("'%s' is missing".formatted(key));
    }
    return text(key);
  }

  /** The text under the key, empty when there is none. */
  String text(String key) {
    return value(key, text -> text).orElse("");
  }

  /** The value under the key, if it is there and can be read. */
  <T> Optional<T> value(String key, Function<String, T> reading) {
    return Optional.ofNullable(entries.get(key)).flatMap(node -> read(node, reading));
  }

  /** The values of the list under the key; a single value is a list of one. */
  <T> List<T> values(String key, Function<String, T> reading) {
    return nodes(key).stream().flatMap(node -> read(node, reading).stream()).toList();
  }

  /** The mappings of the list under the key. */
  List<Sheet> sheets(String key) {
    return nodes(key).stream().map(node -> of(node, mistakes)).toList();
  }

  /** The mapping under the key; an empty one when there is none. */
  Sheet sheet(String key) {
    var node = entries.get(key);
    return node == null ? new Sheet(place, mistakes) : of(node, mistakes);
  }

  private List<Node> nodes(String key) {
    var node = entries.get(key);
    if (node == null) {
      return List.of();
    }
    return node instanceof SequenceNode list ? new ArrayList<>(list.getValue()) : List.of(node);
  }

  private <T> Optional<T> read(Node node, Function<String, T> reading) {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      note(node, "here must be a value");
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(scalar.getValue().strip()));
    } catch (IllegalArgumentException wrong) {
      note(node, String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  /** Notes a key that is none of those that can be read so. */
  void check(String key, Function<String, String> reading) {
    read(Objects.requireNonNull(keys.get(key)), reading);
  }

  void mistake(String words) {
    note(place, words);
  }

  private void note(Node node, String words) {
    var mark = node.getStartMark();
    mistakes.add(mark == null ? new Mistake(1, 1, words) : Mistake.at(mark, words));
  }
}
