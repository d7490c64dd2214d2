package dev.switchboard.bot.conversation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret of one file: what is signed with it was signed here. It never tells its bytes. */
public final class LinkKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final String hex;

  LinkKey(String hex) {
    this.hex = hex;
  }

  static LinkKey random(RandomGenerator random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new LinkKey(HexFormat.of().formatHex(bytes));
  }

  String hex() {
    return hex;
  }

  /** The signature of the words, 64 hexadecimal digits. */
  public String sign(String words) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(hex), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Whether that is the signature of the words; takes as long for a wrong one as for the right. */
  public boolean signed(String words, String signature) {
    return MessageDigest.isEqual(
        sign(words).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }
}
