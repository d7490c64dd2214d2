package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.switchboard.bot.conversation.Customers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Customers for whom the team's own site vouches. */
@Timeout(60)
class IdentityTest {
  private static final String SECRET = "a-secret-of-the-shop-and-nobody-else";
  private static final String AUDIENCE = "wk_shop";
  private static final Map<String, Object> SHARED =
      Map.of(
          "switchboard.widget.identity.audience", AUDIENCE,
          "switchboard.widget.identity.secret", SECRET);

  @TempDir static Path folder;
  private static EmbeddedServer optional;
  private static EmbeddedServer required;

  @BeforeAll
  static void open() {
    optional = server("optional", SHARED);
    required = server("required", SHARED);
  }

  private static EmbeddedServer server(String mode, Map<String, Object> settings) {
    var all = new HashMap<String, Object>(settings);
    all.put("switchboard.widget.identity.mode", mode);
    var database = DoorTest.DATABASE.replace("door", "identity-" + mode + settings.hashCode());
    all.put("datasources.default.url", database);
    all.put("switchboard.widget.requests-per-minute", 100_000);
    return ApplicationContext.run(EmbeddedServer.class, all);
  }

  @AfterAll
  static void close() {
    optional.close();
    required.close();
  }

  @Test
  void findsTheCustomersConversationOnEveryDevice() {
    var desktop = page(optional);
    visit(desktop, "", jwt("ann-1"));
    var conversation = say(desktop, "k1");

    var phone = page(optional);
    var opened = phone.tree(visit(phone, "", jwt("ann-1")));

    assertThat(opened.get("identified").getBooleanValue()).isTrue();
    assertThat(opened.get("conversation").get("id").getStringValue()).isEqualTo(conversation);
    assertThat(read(phone, conversation)).isEqualTo(200);
  }

  @Test
  void keepsWhoTheySaidTheyAreForTheAgents() throws Exception {
    var page = page(optional);
    var claims = claims("ann-2").claim("name", "Ann\u202e Ex").claim("email", "ann@example.com");
    var opened = page.tree(visit(page, "", signed(claims.build())));

    var customer =
        optional
            .getApplicationContext()
            .getBean(Customers.class)
            .at("web", opened.get("visitor_id").getStringValue());
    assertThat(customer.isVerified()).isTrue();
    assertThat(customer.subject()).isEqualTo("ann-2");
    assertThat(customer.name()).isEqualTo("Ann Ex");
    assertThat(customer.email()).isEqualTo("ann@example.com");
  }

  @Test
  void takesAlongWhatWasWrittenBeforeAndEndsTheOldToken() {
    var page = page(optional);
    visit(page, "", "");
    var anonymous = page.token;
    var conversation = say(page, "k1");

    visit(page, anonymous, jwt("ann-3"));

    assertThat(page.token).isNotEqualTo(anonymous);
    assertThat(read(page, conversation)).isEqualTo(200);
    assertThat(read(with(anonymous), conversation)).isEqualTo(401);
    // Sent before, and sent again because the answer was lost.
    assertThat(page.send(conversation, "k1", "hello").statusCode()).isEqualTo(200);
  }

  @Test
  void takesAlongWhatWasWrittenOnASecondDevice() {
    var desktop = page(optional);
    visit(desktop, "", jwt("ann-4"));
    var first = say(desktop, "k1");
    var phone = page(optional);
    visit(phone, "", "");
    var second = say(phone, "k1");

    visit(phone, phone.token, jwt("ann-4"));

    for (var page : List.of(desktop, phone)) {
      assertThat(read(page, first)).isEqualTo(200);
      assertThat(read(page, second)).isEqualTo(200);
    }
    assertThat(say(phone, "k2")).isEqualTo(second);
  }

  @Test
  void showsNothingToSomebodyElseInTheSameBrowser() {
    var page = page(optional);
    visit(page, "", jwt("ann-5"));
    var anns = page.token;
    var conversation = say(page, "k1");

    var opened = page.tree(visit(page, anns, jwt("bob-5")));

    assertThat(opened.get("conversation").isNull()).isTrue();
    assertThat(read(page, conversation)).isEqualTo(404);
    assertThat(read(with(anns), conversation)).isEqualTo(401);
  }

  @Test
  void showsNothingAfterLeaving() {
    var page = page(optional);
    visit(page, "", jwt("ann-6"));
    var conversation = say(page, "k1");

    assertThat(page.post("sessions/end", "{}").statusCode()).isEqualTo(204);

    assertThat(read(page, conversation)).isEqualTo(401);
    var opened = page.tree(visit(page, page.token, ""));
    assertThat(opened.get("identified").getBooleanValue()).isFalse();
    assertThat(read(page, conversation)).isEqualTo(404);
  }

  @Test
  void givesWhatWasWrittenToOneOfManyWhoClaimItAtOnce() throws Exception {
    var page = page(optional);
    visit(page, "", "");
    var conversation = say(page, "k1");
    var claims =
        Stream.iterate(0, i -> i + 1)
            .limit(8)
            .<Callable<Page>>map(i ->
                () -> {
                  var claimer = page(optional);
                  visit(claimer, page.token, jwt("claimer-" + i));
                  return claimer;
                })
            .toList();

    int readers = 0;
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (var claimer : pool.invokeAll(claims)) {
        readers += read(claimer.get(), conversation) == 200 ? 1 : 0;
      }
    }

    assertThat(readers).isEqualTo(1);
  }

  @Test
  void keepsTheTokenOfOtherTabsWhenTheSameCustomerComesBack() {
    var page = page(optional);
    visit(page, "", jwt("ann-7"));
    var token = page.token;

    visit(page, token, jwt("ann-7"));

    assertThat(page.token).isEqualTo(token);
  }

  @Test
  void tellsCustomersApartByEveryLetterOfTheirIds() {
    var ids = new HashSet<String>();
    var subjects =
        List.of(
            "x",
            "X",
            "x ",
            " x",
            "caf\u00e9",
            "cafe\u0301",
            "i",
            "\u0131",
            "x@example.com",
            "y".repeat(1_024));
    for (var subject : subjects) {
      var page = page(optional);
      ids.add(page.tree(visit(page, "", jwt(subject))).get("visitor_id").getStringValue());
    }

    assertThat(ids).hasSameSizeAs(subjects);
  }

  @Test
  void letsNobodyInWithABadToken() throws Exception {
    var now = Instant.now();
    var good = jwt("ann-8");
    var parts = good.split("\\.");
    var bad = new HashMap<String, String>();
    bad.put("junk", "junk");
    bad.put("dots", "..");
    bad.put("one megabyte", "a".repeat(60_000));
    bad.put("no signature", parts[0] + "." + parts[1] + ".");
    bad.put("two parts", parts[0] + "." + parts[1]);
    bad.put("another body", parts[0] + "." + encoded("{\"sub\":\"bob\"}") + "." + parts[2]);
    bad.put("alg none", encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
    bad.put("alg None", encoded("{\"alg\":\"None\"}") + "." + parts[1] + "." + parts[2]);
    bad.put("no alg", encoded("{}") + "." + parts[1] + "." + parts[2]);
    bad.put("deep", encoded("{\"alg\":\"HS256\",\"x\":" + "[".repeat(3_000)) + ".e30.e30");
    bad.put("unknown crit", with(header().customParam("x", 1).criticalParams(set("x"))));
    bad.put("another secret", sign(header(), claims("ann").build(), new MACSigner("0".repeat(32))));
    bad.put(
        "another hash",
        sign(
            new JWSHeader.Builder(JWSAlgorithm.HS512),
            claims("ann").build(),
            new MACSigner(SECRET.repeat(2))));
    bad.put("expired", changed(c -> c.expirationTime(date(now.minusSeconds(62)))));
    bad.put("no end", changed(c -> c.expirationTime(null)));
    bad.put("no issue", changed(c -> c.issueTime(null)));
    bad.put("not yet", changed(c -> c.issueTime(date(now.plusSeconds(70)))));
    bad.put("not before", changed(c -> c.notBeforeTime(date(now.plusSeconds(70)))));
    bad.put("too long", changed(c -> c.expirationTime(date(now.plusSeconds(3_602)))));
    bad.put("for ever", changed(c -> c.expirationTime(new Date(Long.MAX_VALUE))));
    bad.put("another audience", changed(c -> c.audience("wk_other")));
    bad.put("no audience", changed(c -> c.audience((String) null)));
    bad.put("audience in part", changed(c -> c.audience(AUDIENCE + "x")));
    bad.put("no subject", changed(c -> c.subject(null)));
    bad.put("blank subject", changed(c -> c.subject(" ")));
    bad.put("long subject", changed(c -> c.subject("x".repeat(1_025))));
    bad.put("NUL in subject", changed(c -> c.subject("x\0")));
    bad.put("a list as name", changed(c -> c.claim("name", List.of("Ann"))));

    for (var token : bad.entrySet()) {
      var page = page(optional);
      var refused = visit(page, "", token.getValue());
      assertThat(refused.statusCode()).as(token.getKey()).isEqualTo(401);
      assertThat(refused.body()).contains("\"code\":\"identity\"");
    }
  }

  @Test
  void takesTokensUpToTheSecond() throws Exception {
    var now = Instant.now();
    for (var token :
        List.of(
            changed(c -> c.expirationTime(date(now.minusSeconds(40)))),
            changed(c -> c.issueTime(date(now.plusSeconds(40)))),
            changed(c -> c.issueTime(date(now)).expirationTime(date(now.plusSeconds(3_600)))),
            changed(c -> c.audience(List.of("other", AUDIENCE))))) {
      assertThat(visit(page(optional), "", token).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void neverFollowsWhatATokenSaysOfItsKey() throws Exception {
    for (var told :
        List.of(
            header().keyID("../../../../dev/null"),
            header().jwkURL(URI.create("http://127.0.0.1:1/keys")),
            header().x509CertURL(URI.create("http://127.0.0.1:1/keys")),
            header().jwk(new ECKeyGenerator(Curve.P_256).generate().toPublicJWK()),
            header().type(JOSEObjectType.JOSE))) {
      assertThat(visit(page(optional), "", with(told)).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void letsNobodyInWithoutATokenWhereOneIsRequired() {
    assertThat(visit(page(required), "", "").statusCode()).isEqualTo(401);
    var page = page(required);
    visit(page, "", jwt("ann"));
    assertThat(page.send("new", "k1", "hello").statusCode()).isEqualTo(201);
    assertThat(page(required).get("config").body()).contains("\"identity\":\"required\"");
  }

  @Test
  void endsTheSessionWithTheIdentityWhereOneIsRequired() throws Exception {
    var page = page(required);
    var now = Instant.now();
    // Good for ten seconds more: the end is a minute ago, less what clocks may be off.
    visit(page, "", changed(c -> c.subject("ann-9").expirationTime(date(now.minusSeconds(50)))));
    var conversation = say(page, "k1");

    try (var events = page.follow(conversation, 0)) {
      events.next("message");
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> read(page, conversation) == 401);
    }
    assertThat(page.get("conversations/" + conversation + "/messages").body())
        .contains("\"code\":\"identity\"");
    assertThat(visit(page, page.token, "").statusCode()).isEqualTo(401);
    assertThat(visit(page, page.token, jwt("ann-9")).statusCode()).isEqualTo(201);
    assertThat(read(page, conversation)).isEqualTo(200);
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

    try (var server = server("optional", keys("RS256", pem))) {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256);
      var good = sign(header, claims("ann").build(), new RSASSASigner(pair.getPrivate()));
      assertThat(visit(page(server), "", good).statusCode()).isEqualTo(201);
      for (var secret :
          List.of(pem.getBytes(StandardCharsets.UTF_8), pair.getPublic().getEncoded())) {
        var swapped = sign(header(), claims("ann").build(), new MACSigner(secret));
        assertThat(visit(page(server), "", swapped).statusCode()).isEqualTo(401);
      }
    }
  }

  @Test
  void verifiesWithEveryKeyOfASet() throws Exception {
    var keys = List.of(elliptic(), elliptic());
    var set = new JWKSet(List.of(keys.get(0).toPublicJWK(), keys.get(1).toPublicJWK()));

    try (var server = server("optional", keys("ES256", set.toString()))) {
      for (var key : keys) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("unknown");
        var good = sign(header, claims("ann").build(), new ECDSASigner(key));
        assertThat(visit(page(server), "", good).statusCode()).isEqualTo(201);
      }
      var header = new JWSHeader.Builder(JWSAlgorithm.ES256);
      var foreign = sign(header, claims("ann").build(), new ECDSASigner(elliptic()));
      assertThat(visit(page(server), "", foreign).statusCode()).isEqualTo(401);
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
            Map.of("switchboard.widget.identity.audience", AUDIENCE),
            Map.of(
                "switchboard.widget.identity.audience",
                AUDIENCE,
                "switchboard.widget.identity.secret",
                "short"),
            keys("RS256", "no key"),
            keys("ES256", new JWKSet(List.of()).toString()))) {
      assertThatThrownBy(() -> server("required", wrong))
          .rootCause()
          .hasMessageContaining("switchboard.widget.identity");
    }
  }

  @Test
  void neverTellsTheSecret() {
    assertThat(optional.getApplicationContext().getBean(IdentitySettings.class).toString())
        .doesNotContain(SECRET);
  }

  private static Map<String, Object> keys(String algorithm, String content) throws IOException {
    var file = Files.createTempFile(folder, "keys", "");
    Files.writeString(file, content);
    return Map.of(
        "switchboard.widget.identity.audience", AUDIENCE,
        "switchboard.widget.identity.algorithm", algorithm,
        "switchboard.widget.identity.keys", file.toString());
  }

  private static Page page(EmbeddedServer server) {
    return new Page(server.getURI(), server.getApplicationContext().getBean(JsonMapper.class));
  }

  private static Page with(String token) {
    var page = page(optional);
    page.token = token;
    return page;
  }

  /** Opens the page as a browser does that has these; empty for what it has not. */
  private static HttpResponse<String> visit(Page page, String resume, String jwt) {
    page.token = "";
    var resumed = resume.isEmpty() ? "null" : "\"" + resume + "\"";
    var vouched = jwt.isEmpty() ? "null" : "\"" + jwt + "\"";
    var opened = page.post("sessions", "{\"resume\":%s,\"jwt\":%s}".formatted(resumed, vouched));
    page.token =
        opened.statusCode() == 201
            ? page.tree(opened).get("session_token").getStringValue()
            : resume;
    return opened;
  }

  private static String say(Page page, String key) {
    return page.say("new", key, "hello").get("conversation_id").getStringValue();
  }

  private static int read(Page page, String conversation) {
    return page.get("conversations/" + conversation + "/messages").statusCode();
  }

  private static String jwt(String subject) {
    return signed(claims(subject).build());
  }

  private static String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(change.apply(claims("ann")).build());
  }

  private static JWTClaimsSet.Builder claims(String subject) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .subject(subject)
        .audience(AUDIENCE)
        .issueTime(date(now.minusSeconds(5)))
        .expirationTime(date(now.plusSeconds(600)));
  }

  private static Date date(Instant instant) {
    return Date.from(instant);
  }

  private static JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.HS256);
  }

  private static Set<String> set(String one) {
    return Set.of(one);
  }

  private static String with(JWSHeader.Builder header) throws JOSEException {
    return sign(header, claims("ann").build(), new MACSigner(SECRET));
  }

  private static String signed(JWTClaimsSet claims) {
    try {
      return sign(header(), claims, new MACSigner(SECRET));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String sign(JWSHeader.Builder header, JWTClaimsSet claims, JWSSigner signer)
      throws JOSEException {
    var jwt = new SignedJWT(header.build(), claims);
    jwt.sign(signer);
    return jwt.serialize();
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
