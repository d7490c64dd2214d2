package dev.switchboard.channel.web.widget;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;

/** What becomes of a right thing in the hands of chance. */
final class Mutation {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "-0",
          "1e999",
          "0.1",
          "9223372036854775808",
          "[]",
          "{}",
          "\"\"",
          "[[[]]]",
          "{\"$ne\":null}",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\"\\u202e\"",
          "\"'; drop--\"",
          "\"${jndi:ldap://x}\"",
          "\"../../etc/passwd\"",
          "NaN",
          "01",
          "'x'",
          "undefined");
  private static final List<String> PARTS =
      List.of(
          "..",
          "%2e%2e%2f",
          "%252e",
          "%00",
          "%0d%0a",
          ";x=1",
          "new",
          "-1",
          "0",
          "\u00e9",
          "%ff",
          "a".repeat(300),
          "%25",
          "null",
          "*",
          "'",
          "1e9",
          "99999999999999999999",
          "{id}",
          "%c0%af");

  private final RandomGenerator random;

  Mutation(RandomGenerator random) {
    this.random = random;
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String part() {
    return any(PARTS);
  }

  /** The JSON with something else in it. */
  byte[] json(String right) {
    var text =
        switch (random.nextInt(8)) {
          case 0 -> right;
          case 1 -> right.replaceFirst(":\\s*[^,}]+", ":" + quoted(any(VALUES)));
          case 2 -> right.replaceAll(":\\s*[^,}]+", ":" + quoted(any(VALUES)));
          case 3 -> any(VALUES);
          case 4 -> "{\"a\":".repeat(random.nextInt(1, 3_000));
          case 5 -> right.substring(0, random.nextInt(right.length() + 1));
          case 6 -> right.replace("}", ",\"x\":\"" + "y".repeat(random.nextInt(70_000)) + "\"}");
          default -> right.replace("{", "{\"__proto__\":{},\"text\":1,\"text\":2,");
        };
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String value) {
    return Matcher.quoteReplacement(value);
  }

  /** The bytes, in every third case with some of them changed, or cut off. */
  byte[] bytes(byte[] right) {
    if (right.length == 0 || chance(66)) {
      return right;
    }
    var changed = Arrays.copyOf(right, chance(50) ? right.length : random.nextInt(right.length));
    for (int i = random.nextInt(4); i > 0 && changed.length > 0; i--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }
}
