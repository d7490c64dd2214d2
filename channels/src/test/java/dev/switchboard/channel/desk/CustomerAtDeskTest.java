package dev.switchboard.channel.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.switchboard.bot.conversation.Customers;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.bot.conversation.LetterBox;
import dev.switchboard.bot.conversation.Vouched;
import dev.switchboard.channel.web.Chromium;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who a customer is, as agents see it. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = CustomerAtDeskTest.DATABASE)
@Timeout(120)
class CustomerAtDeskTest {
  static final String DATABASE =
      "jdbc:h2:mem:desk-customer;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Inject EmbeddedServer server;
  @Inject Team team;
  @Inject Customers customers;
  @Inject LetterBox letters;
  private DeskPages pages;

  @BeforeEach
  void open() {
    pages = new DeskPages(CHROMIUM, server.getURI());
  }

  @AfterEach
  void close() {
    pages.close();
    assertThat(pages.complaints()).isEmpty();
  }

  @Test
  void namesACustomerWhomTheSiteVouchesFor() {
    var address =
        customers.known("web", "known", new Vouched("u-1", "Ada Lovelace", "ada@shop.example"));
    var id = wrote(address);

    var desk = pages.desk(team.agent("Ann"), new NewContextOptions());

    assertThat(line(desk, id)).containsText("Ada Lovelace");
    assertThat(line(desk, id)).containsText("verified");
    DeskPages.open(desk, id);
    assertThat(desk.locator(".case-head .who")).containsText("Ada Lovelace");
    assertThat(desk.locator(".case-head .who-email")).hasText("ada@shop.example");
    desk.locator("input[type=search]").fill("lovelace");
    assertThat(desk.locator(".line")).hasCount(1);
  }

  @Test
  void saysThatNobodyHasCheckedAnAddressTheCustomerLeft() {
    var id = wrote("unknown");

    var desk = pages.desk(team.agent("Ann"), new NewContextOptions());

    DeskPages.open(desk, id);
    assertThat(desk.locator(".case-head .who")).containsText("someone@mail.example");
    assertThat(desk.locator(".case-head .unverified")).isVisible();
    assertThat(desk.locator(".case-head .verified")).hasCount(0);
  }

  private static Locator line(Page desk, String id) {
    return desk.locator("[href='#" + id + "']");
  }

  /** A case of that customer in the queue; every letter leaves an address to answer to. */
  private String wrote(String address) {
    var letter = new Incoming("web", address, address, "My parcel has not arrived.");
    return letters.drop(letter, "someone@mail.example", Locale.ENGLISH).turn().conversationId();
  }
}
