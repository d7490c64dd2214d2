package dev.switchboard.bot.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.privacy.Found.Kind;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
  private static final int LENGTH = 4_000;
  private static final Duration LIMIT = Duration.ofMillis(50);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          write to ana.lopez+shop@mail.example.test. | EMAIL_ADDRESS | ana.lopez+shop@mail.example.test
          <mailto:müller@straße.example>             | EMAIL_ADDRESS | müller@straße.example
          IBAN: DE89 3704 0044 0532 0130 00 please   | IBAN_CODE     | DE89 3704 0044 0532 0130 00
          to gb82west12345698765432                  | IBAN_CODE     | gb82west12345698765432
          card 4111 1111 1111 1111, thanks           | CREDIT_CARD   | 4111 1111 1111 1111
          card no 3782-822463-10005                  | CREDIT_CARD   | 3782-822463-10005
          it is 123-45-6789.                         | US_SSN        | 123-45-6789
          my social security number: 123 45 6789     | US_SSN        | 123 45 6789
          from 192.0.2.66.                           | IP_ADDRESS    | 192.0.2.66
          host 2001:db8::8a2e:370:7334 is down       | IP_ADDRESS    | 2001:db8::8a2e:370:7334
          (+49 (0)30 901820)                         | PHONE_NUMBER  | +49 (0)30 901820
          dial 0034 912 345 678                      | PHONE_NUMBER  | 0034 912 345 678
          (212) 736-5000 is mine                     | PHONE_NUMBER  | (212) 736-5000
          Ruft bitte 030 901820 an                   | PHONE_NUMBER  | 030 901820
          Fax 463-612-6138x036                       | PHONE_NUMBER  | 463-612-6138x036
          call me at 467 3395                        | PHONE_NUMBER  | 467 3395
          467 3395 (mobile)                          | PHONE_NUMBER  | 467 3395
          467 3395 is my new number                  | PHONE_NUMBER  | 467 3395
          (11) 91234-5678, Ana                       | PHONE_NUMBER  | (11) 91234-5678
          (0034) 912 345 678, Ana                    | PHONE_NUMBER  | (0034) 912 345 678
          携帯は 090-1234-5678 です                     | PHONE_NUMBER  | 090-1234-5678
          """)
  void findsWhatIsPersonal(String text, Kind kind, String expected) {
    assertThat(PersonalData.in(text))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.kind()).isEqualTo(kind);
          assertThat(text.substring(found.start(), found.end())).isEqualTo(expected);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My order 4711-0815-12 of 2026-03-04 cost 1.234,50 €.",
        "Invoice 123-456-7890 is about order 5550123456.",
        "The call about order 1234567890 was short.",
        "Customers recall what was once bought there in the shops at 12 12345678",
        "IBAN DE89 3704 0044 0532 0130 01 has a wrong digit",
        "card 4111 1111 1111 1112 has a wrong digit",
        "version 1.2.3 at 12:30:45, std::vector, add::bee",
        "300.1.2.3 is none, 1.2.3.4.5 neither",
        "000-12-3456 was never given out",
        "I waited from 2024-2025, 3 times, page 100-200",
        "@home a@b me@",
        "See https://example.test/unsubscribe/0123456789",
      })
  void leavesAloneWhatIsNot(String text) {
    assertThat(PersonalData.in(text)).isEmpty();
  }

  @Test
  void putsAPlaceholderInEachPlace() {
    assertThat(PersonalData.removed("Ana, ana@example.test, +34 912 345 678, from 192.0.2.66"))
        .isEqualTo("Ana, [e-mail], [phone number], from [IP address]");
  }

  @Test
  void removesTheNamesOfWhomItKnows() {
    assertThat(
            PersonalData.removed(
                "Hi ANA LÓPEZ! Will Ana López get it, López?", List.of("Ana López")))
        .isEqualTo("Hi [name]! Will [name] get it, [name]?");
    assertThat(PersonalData.removed("It will be May, Mayor.", List.of("Will May", "")))
        .isEqualTo("It will be [name], Mayor.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1 ",
        "0",
        "01 ",
        "(1) ",
        "030 123 456 789 ",
        "212-736-5000 ",
        "+1",
        "+49 30 901820 ",
        "a",
        "a.",
        "@",
        "a@",
        "a@a",
        "a@a.",
        "a-a@a-a.",
        "DE89",
        "DE89 ",
        "4111 1111 1111 1111 ",
        "4111-",
        "1.",
        "1.1.1.1.",
        "a:",
        "::",
        "1:",
        "123-45-6789-",
        "call 123 ",
        "call ",
        "-",
        "x1",
        "Hello, where is my parcel? I paid 12,50 on 2026-03-04, call 0151 23456789. ",
        "ich rufe an ",
        "\uD83D"
      })
  void takesItsTimeWithNoText(String piece) {
    var text = piece.repeat(LENGTH / piece.length());
    var fastest = Stream.generate(() -> time(text)).limit(5).min(Duration::compareTo);

    assertThat(fastest.orElseThrow()).isLessThan(LIMIT);
  }

  private static Duration time(String text) {
    var threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    PersonalData.in(text);
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
  }
}
