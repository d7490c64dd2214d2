package dev.switchboard.escalation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AmountTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "it was $1,250.50 | 1250.50 | USD",
        "1.250,50 € bitte | 1250.50 | EUR",
        "1 250 euros | 1250 | EUR",
        "1.250 EUR | 1250 | EUR",
        "EUR 12,5 | 12.5 | EUR",
        "£600 | 600 | GBP",
        "600 pounds | 600 | GBP",
        "CHF 1'000 | 1000 | CHF",
        "1000 dollars | 1000 | USD"
      })
  void readsANumberWithItsCurrency(String text, BigDecimal sum, String currency) {
    assertThat(Amount.in(text)).containsExactly(new Amount(sum, currency));
  }

  @Test
  void findsAllAndTakesNothingElseForMoney() {
    assertThat(Amount.in("not 20 EUR but $30")).hasSize(2);
    assertThat(Amount.in("order 123456 of 12 May, 3 pairs, the 500 eurosomething")).isEmpty();
  }
}
