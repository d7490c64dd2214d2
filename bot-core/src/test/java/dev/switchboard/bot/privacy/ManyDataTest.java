package dev.switchboard.bot.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Personal data of each kind, twenty thousand pieces made up in sentences of ten languages, and
 * fifty thousand numbers that are none.
 */
@Timeout(120)
class ManyDataTest {
  private static final int EACH = 4_000;
  private static final int NONE = 50_000;

  private static final List<String> SENTENCES =
      List.of(
          "You can reach me there: %s, thank you.",
          "Meine Angaben sind %s und ich warte auf Antwort.",
          "Voici mes coordonnées : %s. Merci d’avance",
          "Mis datos son %s y espero su respuesta",
          "Ecco i miei dati: %s (grazie)",
          "Os meus dados são %s, obrigado",
          "Mijn gegevens zijn %s.",
          "Moje dane to %s, proszę o kontakt",
          "Мои данные: %s, жду ответа",
          "連絡先は %s です");

  /** What is made up, and how much of it has to be found. */
  private enum Kind {
    CARD(0.995) {
      @Override
      String made(Random random) {
        var prefix =
            List.of("4", "51", "55", "2221", "34", "37", "6011", "3528").get(random.nextInt(8));
        int length = prefix.startsWith("3") && !prefix.startsWith("35") ? 15 : 16;
        var digits = new StringBuilder(prefix);
        while (digits.length() < length - 1) {
          digits.append(random.nextInt(10));
        }
        digits.append(check(digits));
        return separated(digits.toString(), random);
      }
    },
    IBAN(0.995) {
      @Override
      String made(Random random) {
        var country =
            LENGTHS.keySet().stream().sorted().toList().get(random.nextInt(LENGTHS.size()));
        var digits = new StringBuilder();
        while (digits.length() < LENGTHS.getOrDefault(country, 22) - 4) {
          digits.append(random.nextInt(10));
        }
        var whole = digits + letters(country) + "00";
        int check = 98 - new BigInteger(whole).mod(BigInteger.valueOf(97)).intValue();
        var iban = "%s%02d%s".formatted(country, check, digits);
        return random.nextBoolean() ? iban : iban.replaceAll("(.{4})(?=.)", "$1 ");
      }
    },
    EMAIL(0.995) {
      @Override
      String made(Random random) {
        var names = List.of("ann", "jose.garcia", "x_y", "m-k+shop", "o.brien2", "anna.lena.meier");
        var hosts =
            List.of("example.com", "mail.example.org", "sub-domain.example.co.uk", "beispiel.de");
        return names.get(random.nextInt(names.size()))
            + random.nextInt(1_000)
            + "@"
            + hosts.get(random.nextInt(hosts.size()));
      }
    },
    PHONE(0.97) {
      @Override
      String made(Random random) {
        var numbers = PhoneNumberUtil.getInstance();
        var region = REGIONS.get(random.nextInt(REGIONS.size()));
        var type =
            random.nextBoolean()
                ? PhoneNumberUtil.PhoneNumberType.MOBILE
                : PhoneNumberUtil.PhoneNumberType.FIXED_LINE;
        return numbers.format(
            numbers.getExampleNumberForType(region, type),
            random.nextBoolean() ? PhoneNumberFormat.INTERNATIONAL : PhoneNumberFormat.E164);
      }
    },
    IP(0.995) {
      @Override
      String made(Random random) {
        return random.nextInt(4) > 0
            ? IntStream.range(0, 4)
                .mapToObj(i -> String.valueOf(1 + random.nextInt(254)))
                .collect(Collectors.joining("."))
            : IntStream.range(0, 8)
                .mapToObj(i -> Integer.toHexString(0x1000 + random.nextInt(0xefff)))
                .collect(Collectors.joining(":"));
      }
    };

    private final double least;

    Kind(double least) {
      this.least = least;
    }

    abstract String made(Random random);
  }

  private static final Map<String, Integer> LENGTHS =
      Map.ofEntries(
          Map.entry("DE", 22),
          Map.entry("AT", 20),
          Map.entry("CH", 21),
          Map.entry("BE", 16),
          Map.entry("ES", 24),
          Map.entry("PL", 28),
          Map.entry("DK", 18),
          Map.entry("FI", 18),
          Map.entry("NO", 15),
          Map.entry("SE", 24),
          Map.entry("CZ", 24),
          Map.entry("SK", 24),
          Map.entry("HU", 28),
          Map.entry("PT", 25),
          Map.entry("HR", 21),
          Map.entry("SI", 19),
          Map.entry("EE", 20),
          Map.entry("LT", 20),
          Map.entry("LU", 20),
          Map.entry("IS", 26));

  private static final List<String> REGIONS =
      List.of(
          "DE", "AT", "CH", "FR", "ES", "IT", "PT", "NL", "BE", "LU", "PL", "CZ", "SK", "HU", "DK",
          "SE", "NO", "FI", "IE", "GB", "US", "CA", "AU", "NZ", "JP", "KR", "BR", "MX", "IN", "TR");

  private static String letters(String country) {
    return country
        .chars()
        .mapToObj(letter -> String.valueOf(letter - 'A' + 10))
        .collect(Collectors.joining());
  }

  /** The last digit, after Luhn. */
  private static int check(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit * 2 : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return (10 - sum % 10) % 10;
  }

  private static String separated(String digits, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> digits;
      case 1 -> digits.replaceAll("(.{4})(?=.)", "$1 ");
      default -> digits.replaceAll("(.{4})(?=.)", "$1-");
    };
  }

  @ParameterizedTest
  @EnumSource
  void isKeptBackAndGivenBack(Kind kind) {
    var random = new Random(kind.ordinal());
    int found = 0;
    for (int i = 0; i < EACH; i++) {
      var data = kind.made(random);
      var sentence = SENTENCES.get(i % SENTENCES.size()).formatted(data);
      var vault = new Vault(List.of());
      var masked = vault.masked(sentence);
      found += masked.contains(data) ? 0 : 1;
      assertThat(vault.restored(masked)).isEqualTo(sentence);
    }
    assertThat((double) found / EACH).isGreaterThanOrEqualTo(kind.least);
  }

  @Test
  void whatIsNoDatumOfAPersonIsLeftAlone() {
    var random = new Random(99);
    int alarms = 0;
    for (int i = 0; i < NONE; i++) {
      var sentence = SENTENCES.get(i % SENTENCES.size()).formatted(harmless(i, random));
      alarms += PersonalData.in(sentence).isEmpty() ? 0 : 1;
    }
    assertThat((double) alarms / NONE).isLessThanOrEqualTo(0.005);
  }

  private static String harmless(int i, Random random) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return switch (i % 8) {
      case 0 -> "order " + (100_000 + random.nextInt(900_000));
      case 1 -> "A-%04d-%02d".formatted(random.nextInt(10_000), random.nextInt(100));
      case 2 -> "%d-%02d-%02d".formatted(2020 + i % 7, 1 + i % 12, 1 + i % 28);
      case 3 -> HexFormat.of().formatHex(bytes);
      case 4 -> UUID.nameUUIDFromBytes(bytes).toString();
      case 5 -> "version %d.%d.%d".formatted(i % 9, i % 30, i % 70);
      case 6 -> "€ %d,%02d".formatted(random.nextInt(5_000), i % 100);
      default -> "INV%08d".formatted(random.nextInt(100_000_000));
    };
  }
}
