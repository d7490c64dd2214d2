package dev.switchboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class OneLineReasonTest {

  @Test
  void findsTheWordsForPeopleBehindAFrameworksWrapping() {
    var fault = new IllegalStateException("bean failed", new Failure("the data folder is in use"));

    assertThat(OneLineReason.of(fault)).isEqualTo("the data folder is in use");
  }

  @Test
  void namesAFileThatIsMissingOrClosed() {
    var missing = new UncheckedIOException(new NoSuchFileException("faq.csv"));
    var closed = new UncheckedIOException(new AccessDeniedException("faq.csv"));

    assertThat(OneLineReason.of(missing)).isEqualTo("there is no faq.csv");
    assertThat(OneLineReason.of(closed)).isEqualTo("no permission for faq.csv");
  }

  @Test
  void namesTheRootOfAFaultNobodyExpected() {
    var fault = new IllegalStateException("outer", new IllegalArgumentException("line one\n two"));

    assertThat(OneLineReason.of(fault))
        .isEqualTo("IllegalArgumentException: line one; two (--verbose shows more)");
  }

  @Test
  void saysSomethingWhenTheFaultSaysNothing() {
    assertThat(OneLineReason.of(new IllegalStateException()))
        .isEqualTo("IllegalStateException: no reason given (--verbose shows more)");
  }
}
