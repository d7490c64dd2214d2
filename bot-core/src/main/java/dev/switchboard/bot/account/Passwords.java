package dev.switchboard.bot.account;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Hashes passwords and checks them, a few at a time: each takes memory and a core. */
@Singleton
public final class Passwords {
  /** How many are hashed at once. */
  public static final int AT_ONCE = 4;

  private final Semaphore free = new Semaphore(AT_ONCE);
  private final HashCost cost;
  private final RandomGenerator random;
  private final PasswordHash nobodys;

  /**
   * Made by the container.
   *
   * @param random makes the salts, so it must not be guessable
   */
  Passwords(HashCost cost, RandomGenerator random) {
    this.cost = cost;
    this.random = random;
    this.nobodys = new PasswordHash(cost, salt(), new byte[0]);
  }

  /**
   * What to keep of a password.
   *
   * @throws TooManyAtOnce when others are being hashed
   */
  public String hash(String password) {
    return inTurn(() -> PasswordHash.of(password, cost, salt())).phc();
  }

  /**
   * Whether a hash is the password's.
   *
   * @throws TooManyAtOnce when others are being hashed
   */
  boolean match(String password, String hash) {
    return inTurn(() -> PasswordHash.parse(hash).isOf(password));
  }

  /**
   * Takes as long as {@link #match}, so that the time does not tell which accounts there are.
   *
   * @return false
   * @throws TooManyAtOnce when others are being hashed
   */
  boolean matchNobody(String password) {
    return inTurn(() -> nobodys.isOf(password));
  }

  private byte[] salt() {
    var salt = new byte[PasswordHash.SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  private <T> T inTurn(Supplier<T> work) {
    if (!free.tryAcquire()) {
      throw new TooManyAtOnce();
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}
