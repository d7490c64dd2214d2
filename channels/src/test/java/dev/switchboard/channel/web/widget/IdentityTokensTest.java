package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a token has to be to be believed. */
@Timeout(60)
class IdentityTokensTest {
  @TempDir static Path folder;
  private static EmbeddedServer optional;

  @BeforeAll
  static void open() {
    optional = VouchingShop.server("optional", VouchingShop.SHARED);
  }

  @AfterAll
  static void close() {
    optional.close();
  }

  @Test
  void letsNobodyInWithABadToken() throws Exception {
    var now = Instant.now();
    var good = ShopTokens.jwt("ann-8");
    var parts = good.split("\\.");
    var bad = new HashMap<String, String>();
    bad.put("junk", "junk");
    bad.put("dots", "..");
    bad.put("one megabyte", "a".repeat(60_000));
    bad.put("no signature", parts[0] + "." + parts[1] + ".");
    bad.put("two parts", parts[0] + "." + parts[1]);
    bad.put(
        "another body", parts[0] + "." + ShopTokens.encoded("{\"sub\":\"bob\"}") + "." + parts[2]);
    bad.put("alg none", ShopTokens.encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
    bad.put("alg None", ShopTokens.encoded("{\"alg\":\"None\"}") + "." + parts[1] + "." + parts[2]);
    bad.put("no alg", ShopTokens.encoded("{}") + "." + parts[1] + "." + parts[2]);
    bad.put(
        "deep", ShopTokens.encoded("{\"alg\":\"HS256\",\"x\":" + "[".repeat(3_000)) + ".e30.e30");
    bad.put(
        "unknown crit",
        ShopTokens.with(ShopTokens.header().customParam("x", 1).criticalParams(Set.of("x"))));
    bad.put(
        "another secret",
        ShopTokens.sign(
            ShopTokens.header(), ShopTokens.claims("ann").build(), new MACSigner("0".repeat(32))));
    bad.put(
        "another hash",
        ShopTokens.sign(
            new JWSHeader.Builder(JWSAlgorithm.HS512),
            ShopTokens.claims("ann").build(),
            new MACSigner(ShopTokens.SECRET.repeat(2))));
    bad.put(
        "expired",
        ShopTokens.changed(c -> c.expirationTime(ShopTokens.date(now.minusSeconds(62)))));
    bad.put("no end", ShopTokens.changed(c -> c.expirationTime(null)));
    bad.put("no issue", ShopTokens.changed(c -> c.issueTime(null)));
    bad.put("not yet", ShopTokens.changed(c -> c.issueTime(ShopTokens.date(now.plusSeconds(70)))));
    bad.put(
        "not before",
        ShopTokens.changed(c -> c.notBeforeTime(ShopTokens.date(now.plusSeconds(70)))));
    bad.put(
        "too long",
        ShopTokens.changed(c -> c.expirationTime(ShopTokens.date(now.plusSeconds(3_602)))));
    bad.put("for ever", ShopTokens.changed(c -> c.expirationTime(new Date(Long.MAX_VALUE))));
    bad.put("another audience", ShopTokens.changed(c -> c.audience("wk_other")));
    bad.put("no audience", ShopTokens.changed(c -> c.audience((String) null)));
    bad.put("audience in part", ShopTokens.changed(c -> c.audience(ShopTokens.AUDIENCE + "x")));
    bad.put("no subject", ShopTokens.changed(c -> c.subject(null)));
    bad.put("blank subject", ShopTokens.changed(c -> c.subject(" ")));
    bad.put("long subject", ShopTokens.changed(c -> c.subject("x".repeat(1_025))));
    bad.put("NUL in subject", ShopTokens.changed(c -> c.subject("x\0")));
    bad.put("a list as name", ShopTokens.changed(c -> c.claim("name", List.of("Ann"))));

    for (var token : bad.entrySet()) {
      var page = VouchingShop.page(optional);
      var refused = VouchingShop.visit(page, "", token.getValue());
      assertThat(refused.statusCode()).as(token.getKey()).isEqualTo(401);
      assertThat(refused.body()).contains("\"code\":\"identity\"");
    }
  }

  @Test
  void takesTokensUpToTheSecond() throws Exception {
    var now = Instant.now();
    for (var token :
        List.of(
            ShopTokens.changed(c -> c.expirationTime(ShopTokens.date(now.minusSeconds(40)))),
            ShopTokens.changed(c -> c.issueTime(ShopTokens.date(now.plusSeconds(40)))),
            ShopTokens.changed(c ->
                c.issueTime(ShopTokens.date(now))
                    .expirationTime(ShopTokens.date(now.plusSeconds(3_600)))),
            ShopTokens.changed(c -> c.audience(List.of("other", ShopTokens.AUDIENCE))))) {
      assertThat(VouchingShop.visit(VouchingShop.page(optional), "", token).statusCode())
          .isEqualTo(201);
    }
  }

  @Test
  void neverFollowsWhatATokenSaysOfItsKey() throws Exception {
    for (var told :
        List.of(
            ShopTokens.header().keyID("../../../../dev/null"),
            ShopTokens.header().jwkURL(URI.create("http://127.0.0.1:1/keys")),
            ShopTokens.header().x509CertURL(URI.create("http://127.0.0.1:1/keys")),
            ShopTokens.header().jwk(new ECKeyGenerator(Curve.P_256).generate().toPublicJWK()),
            ShopTokens.header().type(JOSEObjectType.JOSE))) {
      assertThat(
              VouchingShop.visit(VouchingShop.page(optional), "", ShopTokens.with(told))
                  .statusCode())
          .isEqualTo(201);
    }
  }

  @Test
  void verifiesWithAPublicKeyAndNeverTakesItForASecret() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    var pair = generator.generateKeyPair();
    var pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";

    try (var server = VouchingShop.server("optional", keys("RS256", pem))) {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256);
      var good =
          ShopTokens.sign(
              header, ShopTokens.claims("ann").build(), new RSASSASigner(pair.getPrivate()));
      assertThat(VouchingShop.visit(VouchingShop.page(server), "", good).statusCode())
          .isEqualTo(201);
      for (var secret :
          List.of(pem.getBytes(StandardCharsets.UTF_8), pair.getPublic().getEncoded())) {
        var swapped =
            ShopTokens.sign(
                ShopTokens.header(), ShopTokens.claims("ann").build(), new MACSigner(secret));
        assertThat(VouchingShop.visit(VouchingShop.page(server), "", swapped).statusCode())
            .isEqualTo(401);
      }
    }
  }

  @Test
  void verifiesWithEveryKeyOfASet() throws Exception {
    var keys = List.of(elliptic(), elliptic());
    var set = new JWKSet(List.of(keys.get(0).toPublicJWK(), keys.get(1).toPublicJWK()));

    try (var server = VouchingShop.server("optional", keys("ES256", set.toString()))) {
      for (var key : keys) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("unknown");
        var good = ShopTokens.sign(header, ShopTokens.claims("ann").build(), new ECDSASigner(key));
        assertThat(VouchingShop.visit(VouchingShop.page(server), "", good).statusCode())
            .isEqualTo(201);
      }
      var header = new JWSHeader.Builder(JWSAlgorithm.ES256);
      var foreign =
          ShopTokens.sign(header, ShopTokens.claims("ann").build(), new ECDSASigner(elliptic()));
      assertThat(VouchingShop.visit(VouchingShop.page(server), "", foreign).statusCode())
          .isEqualTo(401);
    }
  }

  private static ECKey elliptic() throws JOSEException {
    return new ECKeyGenerator(Curve.P_256).generate();
  }

  @Test
  void startsOnlyWithWhatCanBeVerified() throws Exception {
    for (var wrong :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("switchboard.widget.identity.audience", ShopTokens.AUDIENCE),
            Map.of(
                "switchboard.widget.identity.audience",
                ShopTokens.AUDIENCE,
                "switchboard.widget.identity.secret",
                "short"),
            keys("RS256", "no key"),
            keys("ES256", new JWKSet(List.of()).toString()))) {
      assertThatThrownBy(() -> VouchingShop.server("required", wrong))
          .rootCause()
          .hasMessageContaining("switchboard.widget.identity");
    }
  }

  private static Map<String, Object> keys(String algorithm, String content) throws IOException {
    var file = Files.createTempFile(folder, "keys", "");
    Files.writeString(file, content);
    return Map.of(
        "switchboard.widget.identity.audience",
        ShopTokens.AUDIENCE,
        "switchboard.widget.identity.algorithm",
        algorithm,
        "switchboard.widget.identity.keys",
        file.toString());
  }
}
