package dev.switchboard.channel.signin;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Session;
import io.micronaut.security.authentication.Authentication;
import java.util.List;
import java.util.Map;

/** Who calls, for controllers that take an {@link Authentication}. */
public final class SignedIn {
  private static final String SESSION = "session";
  private static final String CSRF = "csrf";

  private SignedIn() {}

  /** The account that calls. It was active when the request came in. */
  public static Account account(Authentication authentication) {
    return session(authentication).account();
  }

  /** The session that calls. It was going on when the request came in. */
  public static Session session(Authentication authentication) {
    return (Session) attribute(authentication, SESSION);
  }

  /** What a page has to send along to prove that it is ours. */
  static String csrf(Authentication authentication) {
    return (String) attribute(authentication, CSRF);
  }

  private static Object attribute(Authentication authentication, String name) {
    var value = authentication.getAttributes().get(name);
    if (value == null) {
      throw new IllegalStateException("somebody is known who has no session");
    }
    return value;
  }

  static Authentication authentication(Session session, String token) {
    var account = session.account();
    return Authentication.build(
        account.id(),
        List.of(account.role().name()),
        Map.of(SESSION, session, CSRF, CsrfToken.of(token)));
  }
}
