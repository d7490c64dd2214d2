package dev.switchboard.channel.web.widget;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.function.UnaryOperator;

/** Tokens by which a shop vouches for its customers, right ones and wrong ones. */
final class ShopTokens {
  static final String SECRET = "a-secret-of-the-shop-and-nobody-else";
  static final String AUDIENCE = "wk_shop";

  private ShopTokens() {}

  static String jwt(String subject) {
    return signed(claims(subject).build());
  }

  static String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(change.apply(claims("ann")).build());
  }

  static JWTClaimsSet.Builder claims(String subject) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .subject(subject)
        .audience(AUDIENCE)
        .issueTime(date(now.minusSeconds(5)))
        .expirationTime(date(now.plusSeconds(600)));
  }

  static Date date(Instant instant) {
    return Date.from(instant);
  }

  static JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.HS256);
  }

  static String with(JWSHeader.Builder header) throws JOSEException {
    return sign(header, claims("ann").build(), new MACSigner(SECRET));
  }

  static String signed(JWTClaimsSet claims) {
    try {
      return sign(header(), claims, new MACSigner(SECRET));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  static String sign(JWSHeader.Builder header, JWTClaimsSet claims, JWSSigner signer)
      throws JOSEException {
    var jwt = new SignedJWT(header.build(), claims);
    jwt.sign(signer);
    return jwt.serialize();
  }

  static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
