package dev.switchboard.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.type.GenericArgument;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What every way to commit does. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class DurableCommitContract {
  private Ledger ledger;

  /** Where the database is. */
  abstract Map<String, Object> configuration();

  final Ledger ledger() {
    return ledger;
  }

  final boolean entered(long number) {
    ledger.enter(number);
    return true;
  }

  @BeforeAll
  void open() {
    ledger = Ledger.with(configuration());
  }

  @AfterAll
  void close() {
    ledger.close();
  }

  @BeforeEach
  void empty() {
    ledger.commit.run(() -> {
      ledger.change("delete from left_page");
      ledger.change("delete from right_page");
    });
  }

  @Test
  void keepsWhatTheWorkWroteAndReturnsItsResult() {
    String result =
        ledger.commit.write(() -> {
          ledger.change("insert into left_page values (1)");
          return "done";
        });

    assertThat(result).isEqualTo("done");
    assertThat(ledger.left()).containsExactly(1L);
  }

  @Test
  void undoesEverythingWhenTheWorkFails() {
    var fault = new IllegalArgumentException("no");

    assertThatThrownBy(() ->
            ledger.commit.run(() -> {
              ledger.change("insert into left_page values (1)");
              throw fault;
            }))
        .isSameAs(fault);
    assertThat(ledger.left()).isEmpty();
  }

  @Test
  void keepsWhatCommittedAndNothingElseOfManyAtOnce() throws Exception {
    var committed = new ConcurrentSkipListSet<Long>();
    try (var pool = Executors.newFixedThreadPool(6)) {
      for (var writing :
          pool.invokeAll(
              LongStream.range(0, 2_000)
                  .<Callable<Boolean>>mapToObj(number -> () -> write(number, committed))
                  .toList())) {
        writing.get();
      }
    }
    assertThat(ledger.left()).isEqualTo(committed).isEqualTo(ledger.right());
  }

  // Three in ten fail, before, between or after what they write.
  private boolean write(long number, Set<Long> committed) {
    int failsAt = new Random(number).nextInt(10);
    try {
      ledger.commit.run(() -> {
        failAt(0, failsAt);
        ledger.change("insert into left_page values (" + number + ")");
        failAt(1, failsAt);
        ledger.change("insert into right_page values (" + number + ")");
        failAt(2, failsAt);
      });
      return committed.add(number);
    } catch (IllegalArgumentException failed) {
      return false;
    }
  }

  private static void failAt(int step, int failsAt) {
    if (step == failsAt) {
      throw new IllegalArgumentException("as drawn");
    }
  }

  @Test
  void undoesInnerWorkWithTheOuter() {
    assertThatThrownBy(() ->
            ledger.commit.run(() -> {
              ledger.enter(1);
              throw new IllegalArgumentException("no");
            }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ledger.left()).isEmpty();

    ledger.commit.run(() -> ledger.enter(2));
    assertThat(ledger.right()).containsExactly(2L);
  }

  @Test
  void refusesToBeginInsideATransactionOfSomebodyElse() {
    var operations =
        ledger.context.getBean(new GenericArgument<TransactionOperations<Connection>>() {});

    assertThatThrownBy(() ->
            operations.executeWrite(transaction -> {
              ledger.enter(1);
              return true;
            }))
        .hasStackTraceContaining("a durable write cannot begin inside another transaction");
    assertThatThrownBy(() ->
            ledger.commit.read(() -> {
              ledger.enter(1);
              return true;
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(ledger.left()).isEmpty();
  }

  @Test
  void letsReadersReadWhileAWriterWrites() throws Exception {
    ledger.enter(1);
    var written = new CountDownLatch(1);
    var read = new CountDownLatch(1);
    try (var other = Executors.newSingleThreadExecutor()) {
      var writing = other.submit(() -> ledger.commit.run(() -> writeAndWait(written, read)));
      written.await();
      assertThat(ledger.left()).containsExactly(1L);
      read.countDown();
      writing.get();
    }
    assertThat(ledger.left()).containsExactly(1L, 2L);
  }

  private void writeAndWait(CountDownLatch written, CountDownLatch read) {
    ledger.enter(2);
    written.countDown();
    try {
      read.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void alwaysReadsItsOwnWritesWhileOthersWrite() throws Exception {
    try (var pool = Executors.newFixedThreadPool(4)) {
      var running =
          IntStream.range(0, 4).mapToObj(w -> pool.submit(() -> writeAndReadBack(w))).toList();
      for (var writer : running) {
        writer.get();
      }
    }
    assertThat(ledger.left()).isEqualTo(ledger.right());
  }

  private void writeAndReadBack(int writer) {
    var random = new Random(writer);
    var mine = new TreeSet<Long>();
    for (int round = 0; round < 60; round++) {
      ledger.commit.run(() -> changeSome(random, writer, mine));
      assertThat(mine(writer)).isEqualTo(mine);
    }
  }

  private void changeSome(Random random, int writer, Set<Long> mine) {
    for (int step = 0; step < 5; step++) {
      long number = writer * 1_000L + random.nextInt(20);
      if (mine.add(number)) {
        ledger.enter(number);
      } else {
        mine.remove(number);
        ledger.change("delete from left_page where number = " + number);
        ledger.change("delete from right_page where number = " + number);
      }
      assertThat(mine(writer)).isEqualTo(mine);
    }
  }

  private Set<Long> mine(int writer) {
    return ledger.numbers("select number from left_page where number / 1000 = " + writer);
  }

  @Test
  void tellsAMistakeFromAnUnavailableDatabase() {
    ledger.enter(1);

    assertThatThrownBy(() -> ledger.enter(1))
        .isInstanceOf(RuntimeException.class)
        .isNotInstanceOf(StoreUnavailable.class);
  }
}
