package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.grounding.Translator;
import dev.switchboard.bot.triage.Triage;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets a team and a customer understand each other who do not speak the same language. */
@Singleton
public final class Translations {
  private static final int MOST_HEARD = 5;

  private final Translator translator;
  private final Triage triage;
  private final Locale team;

  /**
   * Made by the container.
   *
   * @param team the team's language, BCP 47
   */
  Translations(
      Translator translator,
      Triage triage,
      @Property(name = "switchboard.team-language", defaultValue = "en") String team) {
    this.translator = translator;
    this.triage = triage;
    this.team = Locale.forLanguageTag(team);
  }

  /**
   * The language that the customer writes, where it is another one than the team's and somebody can
   * translate; else empty.
   *
   * @param said what was said, oldest first
   */
  public Optional<Locale> foreign(List<Turn> said) {
    var words =
        said.reversed().stream()
            .filter(turn -> turn.author() == Author.CUSTOMER)
            .limit(MOST_HEARD)
            .map(Turn::text)
            .collect(Collectors.joining("\n"));
    if (words.isBlank() || !translator.isOn()) {
      return Optional.empty();
    }
    var heard = triage.read(new Message(words, List.of())).language();
    return Optional.of(heard)
        .filter(language -> !language.equals(Locale.ROOT))
        .filter(language -> !language.getLanguage().equals(team.getLanguage()));
  }

  /** The text in the team's language; empty when nobody can translate it now. */
  public Optional<String> forTeam(String id, String text) {
    return translator.translated(text, team, id);
  }

  /** The text in the language that the customer writes; empty when nobody can translate it now. */
  public Optional<String> forCustomer(String id, List<Turn> said, String text) {
    return foreign(said).flatMap(language -> translator.translated(text, language, id));
  }
}
