package dev.switchboard.bot.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What is kept of a password: Argon2id with its salt and its cost, written in the PHC form. */
record PasswordHash(HashCost cost, byte[] salt, byte[] hash) {
  static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** Hashes a password; the salt must be new. */
  static PasswordHash of(String password, HashCost cost, byte[] salt) {
    return new PasswordHash(cost, salt, argon2(password, cost, salt));
  }

  /** Reads what {@link #phc} has written. */
  static PasswordHash parse(String phc) {
    var match = PHC.matcher(phc);
    if (!match.matches()) {
      throw new IllegalArgumentException("a password's hash is not in the form that is written");
    }
    var cost = new HashCost(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    var base64 = Base64.getDecoder();
    return new PasswordHash(cost, base64.decode(match.group(3)), base64.decode(match.group(4)));
  }

  String phc() {
    var base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(
            cost.memoryKb(),
            cost.passes(),
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }

  /** Whether it is the password's; takes the same time for every password. */
  boolean isOf(String password) {
    return MessageDigest.isEqual(hash, argon2(password, cost, salt));
  }

  private static byte[] argon2(String password, HashCost cost, byte[] salt) {
    var argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKb())
            .withIterations(cost.passes())
            .withParallelism(1)
            .withSalt(salt)
            .build());
    var hash = new byte[HASH_BYTES];
    argon2.generateBytes(bytes(password), hash);
    return hash;
  }

  // Keyboards differ in how they put an accent on a letter.
  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
  }
}
