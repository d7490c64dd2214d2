package dev.switchboard.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Customers who write as fast as they may and listen, at a server that is stopped under their
 * hands. They remember what was acknowledged to them.
 */
final class Crowd {
  private static final int CUSTOMERS = 12;
  private static final int MOST_MESSAGES = 15;
  private static final List<String> QUESTIONS =
      List.of(
          "How long do refunds take?",
          "How do I look after my hiking boots?",
          "What is the Trail Club and how do I join?",
          "How long does delivery take?",
          "How do I buy a gift card?",
          "How long is the warranty?",
          "How do I wash a down jacket or sleeping bag?",
          "How can I cancel my order?",
          "How do I track my parcel?",
          "Do you offer discounts for companies, schools or clubs?",
          "Can I change my delivery address?",
          "Which payment methods do you accept?",
          "Do you ship abroad?",
          "Can I rent a tent?",
          "How do I return an item?");
  private static final Duration LONG = Duration.ofSeconds(60);

  private final List<Member> all = new ArrayList<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private List<Member> present = List.of();
  private ExecutorService writing = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopping;
  private volatile URI server = URI.create("http://localhost");

  /** One of them. */
  private record Member(
      Customer customer,
      Queue<String> lines,
      CompletableFuture<Void> stream,
      Set<String> acknowledged) {}

  /** New customers come, write something and listen. */
  void comeTo(URI address) throws IOException, InterruptedException {
    server = address;
    stopping = false;
    var come = new ArrayList<Member>();
    for (int i = 0; i < CUSTOMERS; i++) {
      var customer = Customer.at(address);
      assertThat(customer.send(address, "m0", text("m0")).statusCode()).isEqualTo(201);
      var lines = Customer.lines();
      Set<String> acknowledged = ConcurrentHashMap.newKeySet();
      acknowledged.add("m0");
      come.add(new Member(customer, lines, customer.listen(address, lines), acknowledged));
    }
    present = come;
    all.addAll(come);
    await()
        .atMost(LONG)
        .until(() -> come.stream().allMatch(member -> contains(member.lines(), "message")));
  }

  private static String text(String id) {
    // Who asks the same again gets a person, and the bot would say nothing more.
    return QUESTIONS.get(Integer.parseInt(id.substring(1)) % QUESTIONS.size()) + " " + id;
  }

  private static boolean contains(Queue<String> lines, String part) {
    return List.copyOf(lines).stream().anyMatch(line -> line.contains(part));
  }

  /** All write, and go on writing when this returns. */
  void writeFor(long millis) {
    writing = Executors.newVirtualThreadPerTaskExecutor();
    present.forEach(member -> writing.execute(() -> write(member)));
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private void write(Member member) {
    for (int i = 1; i <= MOST_MESSAGES; i++) {
      var id = "m" + i;
      boolean begunBefore = !stopping;
      try {
        var answer = member.customer().send(server, id, text(id));
        if (Customer.isStored(answer)) {
          member.acknowledged().add(id);
        } else if (answer.statusCode() != 503) {
          failures.add(answer.statusCode() + " " + answer.body());
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      } catch (IOException gone) {
        if (begunBefore && !stopping) {
          failures.add(String.valueOf(gone));
        }
        return;
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  /** Asks for readiness until it is gone, by an answer or because nobody answers any more. */
  long millisUntilNotReady() throws InterruptedException {
    stopping = true;
    long began = System.nanoTime();
    var probe =
        HttpRequest.newBuilder(server.resolve("/health/readiness"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      while (http.send(probe, BodyHandlers.discarding()).statusCode() == 200) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    } catch (IOException gone) {
      // Nobody answers: not ready.
    }
    return (System.nanoTime() - began) / 1_000_000;
  }

  /** Waits until nobody writes any more. */
  void leave() {
    writing.close();
  }

  /** What went wrong that must not. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** How many of those who listened were cut off without a word. */
  long streamsNotToldToComeBack() {
    return present.stream().filter(member -> !contains(member.lines(), "reconnect")).count();
  }

  /** How many messages were acknowledged. */
  int acknowledged() {
    return all.stream().mapToInt(member -> member.acknowledged().size()).sum();
  }

  /** What was acknowledged is there, once, and each message gets one reply. */
  void check(URI address) {
    for (var member : all) {
      await().atMost(LONG).untilAsserted(() -> check(address, member));
    }
  }

  private static void check(URI address, Member member) throws IOException, InterruptedException {
    var messages = member.customer().messages(address);
    for (var id : member.acknowledged()) {
      assertThat(messages).filteredOn(("customer: " + text(id))::equals).hasSize(1);
    }
    long written = messages.stream().filter(message -> message.startsWith("customer")).count();
    assertThat(messages).hasSize((int) (2 * written));
  }
}
