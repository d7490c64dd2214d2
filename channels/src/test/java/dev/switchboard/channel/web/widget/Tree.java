package dev.switchboard.channel.web.widget;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** JSON whose keys a test expects to be there. */
public record Tree(JsonNode node) {

  public static Tree of(String json, JsonMapper mapper) {
    try {
      return new Tree(Objects.requireNonNull(mapper.readValue(json, JsonNode.class)));
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  public Tree get(String key) {
    return new Tree(Objects.requireNonNull(node.get(key), key));
  }

  public Tree get(int index) {
    return new Tree(Objects.requireNonNull(node.get(index), "entry " + index));
  }

  public List<Tree> entries() {
    return IntStream.range(0, node.size()).mapToObj(this::get).toList();
  }

  public int size() {
    return node.size();
  }

  public boolean isNull() {
    return node.isNull();
  }

  public String getStringValue() {
    return node.getStringValue();
  }

  public long getLongValue() {
    return node.getLongValue();
  }

  public boolean getBooleanValue() {
    return node.getBooleanValue();
  }
}
