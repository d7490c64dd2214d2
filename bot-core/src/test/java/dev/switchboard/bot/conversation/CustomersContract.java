package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of customers, of the letters they leave, and of the people who answer. */
abstract class CustomersContract extends StoreContract {
  private static final Vouched ANN = new Vouched("ann", "Ann Ex", "ann@example.com");

  private Customers customers;
  private Staffing staffing;

  @BeforeEach
  void find() {
    customers = store.bean(Customers.class);
    staffing = store.bean(Staffing.class);
  }

  @Test
  void knowsNobodyAtFirst() {
    assertThat(customers.at("web", "v1")).isEqualTo(new Customer("", "", "", ""));
  }

  @Test
  void givesTheFirstAddressToACustomerForGood() {
    assertThat(customers.known("web", "v1", ANN)).isEqualTo("v1");
    assertThat(customers.known("web", "v2", new Vouched("ann", "Ann", ""))).isEqualTo("v1");
    assertThat(customers.known("web", "v3", new Vouched("Ann", "Ann", ""))).isEqualTo("v3");

    assertThat(customers.at("web", "v1")).isEqualTo(new Customer("ann", "Ann", "", ""));
    assertThat(customers.at("web", "v2").isVerified()).isFalse();
  }

  @Test
  void takesAlongWhatWasSaidAtTheOtherAddress() {
    customers.known("web", "v1", ANN);
    var old = accept("v1", "k1", "first");
    var recent = accept("v2", "k2", "second");

    customers.joined("web", "v2", ANN);

    assertThat(store.conversations.at("web", "v1", 9))
        .extracting(Conversation::id)
        .containsExactlyInAnyOrder(old.conversationId(), recent.conversationId());
    assertThat(store.conversations.at("web", "v2", 9)).isEmpty();
    assertThat(accept("v1", "k3", "third").conversationId()).isEqualTo(recent.conversationId());
  }

  @Test
  void agreesOnOneAddressWhenACustomerComesFromManyDevicesAtOnce() throws Exception {
    var addresses =
        atOnce(
            IntStream.range(0, 12)
                .<Callable<String>>mapToObj(i -> () -> customers.joined("web", "v" + i, ANN))
                .toList());

    assertThat(addresses).containsOnly(addresses.getFirst());
  }

  @Test
  void queuesALetterOnceWithoutAskingTheBot() {
    var box = store.bean(LetterBox.class);
    var letter = new Incoming("web", "v1", "k1", "Where is my delivery?");

    var taken = box.drop(letter, "ann@example.com", Locale.ROOT);
    var again = box.drop(letter, "ann@example.com", Locale.ROOT);

    assertThat(taken.first()).isTrue();
    assertThat(again).isEqualTo(new Inbox.Taken(taken.turn(), false));
    var id = taken.turn().conversationId();
    assertThat(custody(id)).isEqualTo(new Custody.Queued());
    assertThat(by(Author.BOT, id)).hasSize(1);
    assertThat(store.worker.next()).isEmpty();
    assertThat(customers.at("web", "v1").answerTo()).isEqualTo("ann@example.com");
  }

  @Test
  void knowsThatPeopleAreAtWorkByWhatTheyDo() {
    var id = accept("v1", "k1", "hello").conversationId();
    assertThat(staffing.isAtWork(Duration.ofMinutes(15))).isFalse();

    store.conversations.command(id, new Command.Claim("Bea"));
    assertThat(staffing.isAtWork(Duration.ofMinutes(15))).isTrue();
    store.clock.advance(Duration.ofMinutes(16));
    assertThat(staffing.isAtWork(Duration.ofMinutes(15))).isFalse();

    store.bean(AgentTurns.class).reply(id, new AgentText("Bea", "r1", "Here I am."));
    assertThat(staffing.isAtWork(Duration.ofMinutes(15))).isTrue();
  }

  @Test
  void measuresHowLongCustomersWaitedForAPerson() {
    for (int minutes : List.of(5, 2, 9)) {
      var id = accept("v" + minutes, "k" + minutes, "hello").conversationId();
      store.conversations.command(id, new Command.AskForPerson());
      store.clock.advance(Duration.ofMinutes(minutes));
      store.conversations.command(id, new Command.Claim("Bea"));
    }
    var taken = accept("v0", "k0", "hello").conversationId();
    store.conversations.command(taken, new Command.Claim("Bea"));

    assertThat(staffing.waits(Duration.ofHours(2)))
        .containsExactly(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(9));
    assertThat(staffing.waits(Duration.ofMinutes(1))).hasSize(1);
  }
}
