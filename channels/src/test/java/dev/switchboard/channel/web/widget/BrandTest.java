package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import dev.switchboard.channel.web.Chromium;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever colour a team has, it can be read on it and in it. */
@Timeout(60)
class BrandTest {
  private static final double READABLE = 4.5;

  /** The lowest contrast of what is written, over 216 colours. */
  private static final String LOWEST =
      """
      async () => {
        const { contrast, dress, parse } = await import('/widget/assets/brand.js');
        const style = getComputedStyle(document.documentElement);
        const colour = (name) => parse(style.getPropertyValue(name).trim());
        const steps = ['00', '33', '66', '99', 'cc', 'ff'];
        let lowest = 21;
        for (const brand of steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)))) {
          dress(brand);
          const pairs = [['--on-brand', '--brand'], ['--on-accent', '--accent'],
            ['--accent-ink', '--paper'], ['--accent-ink', '--raised'], ['--accent-ink', '--accent-wash']];
          for (const [ink, ground] of pairs) {
            lowest = Math.min(lowest, contrast(colour(ink), colour(ground)));
          }
        }
        return lowest;
      }
      """;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Stage STAGE = new Stage();

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void canBeRead(ColorScheme colours) {
    var looks = new Browser.NewContextOptions().setColorScheme(colours);
    try (var customer = new Customer(CHROMIUM, STAGE, looks)) {
      customer.openFrame();
      var lowest = (Number) customer.chat().evaluate(LOWEST);
      assertThat(lowest.doubleValue()).isGreaterThanOrEqualTo(READABLE);
    }
  }
}
