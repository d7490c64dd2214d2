package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.Customers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Customers for whom the team's own site vouches. */
@Timeout(60)
class IdentityTest {
  private static EmbeddedServer optional;
  private static EmbeddedServer required;

  @BeforeAll
  static void open() {
    optional = VouchingShop.server("optional", VouchingShop.SHARED);
    required = VouchingShop.server("required", VouchingShop.SHARED);
  }

  @AfterAll
  static void close() {
    optional.close();
    required.close();
  }

  @Test
  void findsTheCustomersConversationOnEveryDevice() {
    var desktop = VouchingShop.page(optional);
    VouchingShop.visit(desktop, "", ShopTokens.jwt("ann-1"));
    var conversation = VouchingShop.say(desktop, "k1");

    var phone = VouchingShop.page(optional);
    var opened = phone.tree(VouchingShop.visit(phone, "", ShopTokens.jwt("ann-1")));

    assertThat(opened.get("identified").getBooleanValue()).isTrue();
    assertThat(opened.get("conversation").get("id").getStringValue()).isEqualTo(conversation);
    assertThat(VouchingShop.read(phone, conversation)).isEqualTo(200);
  }

  @Test
  void keepsWhoTheySaidTheyAreForTheAgents() throws Exception {
    var page = VouchingShop.page(optional);
    var claims =
        ShopTokens.claims("ann-2").claim("name", "Ann\u202e Ex").claim("email", "ann@example.com");
    var opened = page.tree(VouchingShop.visit(page, "", ShopTokens.signed(claims.build())));

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
    var page = VouchingShop.page(optional);
    VouchingShop.visit(page, "", "");
    var anonymous = page.token;
    var conversation = VouchingShop.say(page, "k1");

    VouchingShop.visit(page, anonymous, ShopTokens.jwt("ann-3"));

    assertThat(page.token).isNotEqualTo(anonymous);
    assertThat(VouchingShop.read(page, conversation)).isEqualTo(200);
    assertThat(VouchingShop.read(with(anonymous), conversation)).isEqualTo(401);
    // Sent before, and sent again because the answer was lost.
    assertThat(page.send(conversation, "k1", "hello").statusCode()).isEqualTo(200);
  }

  @Test
  void takesAlongWhatWasWrittenOnASecondDevice() {
    var desktop = VouchingShop.page(optional);
    VouchingShop.visit(desktop, "", ShopTokens.jwt("ann-4"));
    var first = VouchingShop.say(desktop, "k1");
    var phone = VouchingShop.page(optional);
    VouchingShop.visit(phone, "", "");
    var second = VouchingShop.say(phone, "k1");

    VouchingShop.visit(phone, phone.token, ShopTokens.jwt("ann-4"));

    for (var page : List.of(desktop, phone)) {
      assertThat(VouchingShop.read(page, first)).isEqualTo(200);
      assertThat(VouchingShop.read(page, second)).isEqualTo(200);
    }
    assertThat(VouchingShop.say(phone, "k2")).isEqualTo(second);
  }

  @Test
  void showsNothingToSomebodyElseInTheSameBrowser() {
    var page = VouchingShop.page(optional);
    VouchingShop.visit(page, "", ShopTokens.jwt("ann-5"));
    var anns = page.token;
    var conversation = VouchingShop.say(page, "k1");

    var opened = page.tree(VouchingShop.visit(page, anns, ShopTokens.jwt("bob-5")));

    assertThat(opened.get("conversation").isNull()).isTrue();
    assertThat(VouchingShop.read(page, conversation)).isEqualTo(404);
    assertThat(VouchingShop.read(with(anns), conversation)).isEqualTo(401);
  }

  @Test
  void showsNothingAfterLeaving() {
    var page = VouchingShop.page(optional);
    VouchingShop.visit(page, "", ShopTokens.jwt("ann-6"));
    var conversation = VouchingShop.say(page, "k1");

    assertThat(page.post("sessions/end", "{}").statusCode()).isEqualTo(204);

    assertThat(VouchingShop.read(page, conversation)).isEqualTo(401);
    var opened = page.tree(VouchingShop.visit(page, page.token, ""));
    assertThat(opened.get("identified").getBooleanValue()).isFalse();
    assertThat(VouchingShop.read(page, conversation)).isEqualTo(404);
  }

  @Test
  void givesWhatWasWrittenToOneOfManyWhoClaimItAtOnce() throws Exception {
    var page = VouchingShop.page(optional);
    VouchingShop.visit(page, "", "");
    var conversation = VouchingShop.say(page, "k1");
    var claims =
        Stream.iterate(0, i -> i + 1)
            .limit(8)
            .<Callable<Page>>map(i ->
                () -> {
                  var claimer = VouchingShop.page(optional);
                  VouchingShop.visit(claimer, page.token, ShopTokens.jwt("claimer-" + i));
                  return claimer;
                })
            .toList();

    int readers = 0;
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (var claimer : pool.invokeAll(claims)) {
        readers += VouchingShop.read(claimer.get(), conversation) == 200 ? 1 : 0;
      }
    }

    assertThat(readers).isEqualTo(1);
  }

  @Test
  void keepsTheTokenOfOtherTabsWhenTheSameCustomerComesBack() {
    var page = VouchingShop.page(optional);
    VouchingShop.visit(page, "", ShopTokens.jwt("ann-7"));
    var token = page.token;

    VouchingShop.visit(page, token, ShopTokens.jwt("ann-7"));

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
      var page = VouchingShop.page(optional);
      ids.add(
          page.tree(VouchingShop.visit(page, "", ShopTokens.jwt(subject)))
              .get("visitor_id")
              .getStringValue());
    }

    assertThat(ids).hasSameSizeAs(subjects);
  }

  @Test
  void letsNobodyInWithoutATokenWhereOneIsRequired() {
    assertThat(VouchingShop.visit(VouchingShop.page(required), "", "").statusCode()).isEqualTo(401);
    var page = VouchingShop.page(required);
    VouchingShop.visit(page, "", ShopTokens.jwt("ann"));
    assertThat(page.send("new", "k1", "hello").statusCode()).isEqualTo(201);
    assertThat(VouchingShop.page(required).get("config").body())
        .contains("\"identity\":\"required\"");
  }

  @Test
  void endsTheSessionWithTheIdentityWhereOneIsRequired() throws Exception {
    var page = VouchingShop.page(required);
    var now = Instant.now();
    // Good for ten seconds more: the end is a minute ago, less what clocks may be off.
    VouchingShop.visit(
        page,
        "",
        ShopTokens.changed(
            c -> c.subject("ann-9").expirationTime(ShopTokens.date(now.minusSeconds(50)))));
    var conversation = VouchingShop.say(page, "k1");

    try (var events = page.follow(conversation, 0)) {
      events.next("message");
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> VouchingShop.read(page, conversation) == 401);
    }
    assertThat(page.get("conversations/" + conversation + "/messages").body())
        .contains("\"code\":\"identity\"");
    assertThat(VouchingShop.visit(page, page.token, "").statusCode()).isEqualTo(401);
    assertThat(VouchingShop.visit(page, page.token, ShopTokens.jwt("ann-9")).statusCode())
        .isEqualTo(201);
    assertThat(VouchingShop.read(page, conversation)).isEqualTo(200);
  }

  @Test
  void neverTellsTheSecret() {
    assertThat(optional.getApplicationContext().getBean(IdentitySettings.class).toString())
        .doesNotContain(ShopTokens.SECRET);
  }

  private static Page with(String token) {
    var page = VouchingShop.page(optional);
    page.token = token;
    return page;
  }
}
