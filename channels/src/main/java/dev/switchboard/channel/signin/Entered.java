package dev.switchboard.channel.signin;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.PasswordRules;
import dev.switchboard.bot.account.Role;
import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What somebody has entered about a colleague or themselves, each part checked. */
record Entered(JsonBody body) {
  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\x21-\\x7e&&[^@<>()\\[\\],;:\\\\\"]]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  // What cannot be seen, or turns the text around it: names stand beside what customers read.
  private static final Set<Byte> INVISIBLE =
      Set.of(
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR);

  /** An address. */
  String email() {
    var email = body.text("email").strip();
    if (email.length() > Account.LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
      throw bad("email", "Enter an email address like name@example.com.");
    }
    return email;
  }

  /** A name that customers may read. */
  String name() {
    var name = body.text("name").strip();
    boolean readable =
        name.codePoints().noneMatch(c -> INVISIBLE.contains((byte) Character.getType(c)));
    if (name.isEmpty() || name.length() > Account.LONGEST_NAME || !readable) {
      throw bad(
          "name", "Enter a name of 1 to %d visible characters.".formatted(Account.LONGEST_NAME));
    }
    return name;
  }

  /** A role. */
  Role role() {
    var role = body.text("role");
    return Arrays.stream(Role.values())
        .filter(known -> known.name().equals(role))
        .findFirst()
        .orElseThrow(() -> bad("role", "The role must be AGENT, AUTHOR, LEAD or ADMIN."));
  }

  /** A password to choose, which must not be made of these words. */
  String newPassword(List<String> personal) {
    var password = body.text("password");
    PasswordRules.fault(password, personal)
        .ifPresent(fault -> {
          throw bad("password", fault.advice());
        });
    return password;
  }

  private static Refusal bad(String code, String reason) {
    return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, code, reason);
  }
}
