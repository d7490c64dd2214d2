package dev.switchboard.channel.web.widget;

import dev.switchboard.channel.http.JsonBody;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.regex.Pattern;

/**
 * An e-mail address somebody typed. Only plain ones are taken: what no header of a mail could
 * misunderstand, and what every mail server understands.
 */
final class EmailField {
  private static final int LONGEST = 254;
  private static final String WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?=.{1,64}@)%1$s(\\.%1$s)*@(%2$s\\.)+(?=[A-Za-z])%2$s".formatted(WORD, LABEL));

  private EmailField() {}

  /**
   * The address.
   *
   * @throws Refusal with 400 when there is none, with 422 when it is not a plain one
   */
  static String of(JsonBody sent) {
    var email = sent.text("email").strip();
    if (!isAddress(email)) {
      throw new Refusal(
          HttpStatus.UNPROCESSABLE_ENTITY, "email", "The email must be like ann@example.com.");
    }
    return email;
  }

  static boolean isAddress(String email) {
    return email.length() <= LONGEST && ADDRESS.matcher(email).matches();
  }
}
