package dev.switchboard.channel.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The machine's own Chromium, started once for all tests; a test that needs it is skipped where
 * there is none.
 */
public final class Chromium implements BeforeAllCallback {
  private static final Namespace SHARED = Namespace.create(Chromium.class);

  // The same browser without the windows that nobody sees; it takes half the time.
  private static final String SHELL = "chromium-headless-shell";

  private static final List<String> WHOLE =
      List.of("chromium", "chromium-browser", "google-chrome");

  // A machine that is busy with other things is no fault of the page.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          // A microphone and a screen that are always there, and may always be used.
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream",
          "--auto-select-desktop-capture-source=Entire screen");

  private final List<String> names;
  private @Nullable Running running;

  /** The quickest there is. */
  public Chromium() {
    this(Stream.concat(Stream.of(SHELL), WHOLE.stream()).toList());
  }

  private Chromium(List<String> names) {
    this.names = names;
  }

  /** All of the browser, which keeps pages to come back to. */
  public static Chromium whole() {
    return new Chromium(WHOLE);
  }

  private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
    @Override
    public void close() {
      playwright.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext test) {
    var executable = find();
    Assumptions.assumeTrue(executable.isPresent(), "no Chromium on the PATH");
    running =
        test.getRoot()
            .getStore(SHARED)
            .getOrComputeIfAbsent(executable.orElseThrow(), Chromium::start, Running.class);
  }

  private static Running start(Path executable) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options =
        new LaunchOptions()
            .setExecutablePath(executable)
            .setArgs(QUIET)
            // People go back and forward with it.
            .setIgnoreDefaultArgs(List.of("--disable-back-forward-cache"));
    return new Running(playwright, playwright.chromium().launch(options));
  }

  private Optional<Path> find() {
    var folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator);
    return names.stream()
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The browser. */
  public Browser browser() {
    return Objects.requireNonNull(running).browser();
  }
}
