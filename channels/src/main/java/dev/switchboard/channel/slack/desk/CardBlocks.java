package dev.switchboard.channel.slack.desk;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.TextObject;
import dev.switchboard.bot.Priority;
import dev.switchboard.bot.brief.CaseBrief;
import dev.switchboard.bot.conversation.CaseFile;
import dev.switchboard.bot.conversation.CaseLine;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.Customer;
import dev.switchboard.bot.conversation.ShownPart;
import dev.switchboard.channel.slack.text.Cut;
import dev.switchboard.channel.slack.text.Literal;
import dev.switchboard.channel.slack.text.Mrkdwn;
import dev.switchboard.channel.web.block.Blocks;
import dev.switchboard.channel.web.block.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The card of a case: all that one has to know before opening its thread. */
final class CardBlocks {
  private static final int LONGEST_FIELD = 300;
  private static final int LONGEST_WORDS = 1_500;
  private static final int LONGEST_ANSWER = 160;
  private static final int MOST_TRIED = 3;
  private static final int MOST_FACTS = 8;

  private CardBlocks() {}

  /**
   * The card as it is now.
   *
   * @param suggestion what the bot would reply, empty where it does not know
   * @param direct whether the owner's plain messages go to the customer
   * @param link where the whole case can be seen, empty for nowhere
   */
  static List<LayoutBlock> of(
      CaseFile file, CaseBrief brief, List<ShownPart> suggestion, boolean direct, String link) {
    var blocks = new ArrayList<LayoutBlock>();
    var line = file.line();
    blocks.add(header(title -> title.text(plainText(headline(line.conversation().custody())))));
    blocks.add(section(facts -> facts.fields(fields(line))));
    summary(brief).forEach(blocks::add);
    if (!line.words().equals(brief.problem())) {
      blocks.add(words("The customer's last words", line.words()));
    }
    if (!suggestion.isEmpty() && isOpen(line.conversation().custody())) {
      blocks.add(words("The bot would reply", suggested(suggestion)));
    }
    blocks.add(CardActions.of(line.conversation(), direct));
    blocks.add(context(about -> about.elements(List.of(markdownText(footer(line, direct, link))))));
    return blocks;
  }

  /** The card in one line, for notifications and those who listen. */
  static String line(CaseLine line) {
    var words = Cut.to(Mrkdwn.escaped(line.words().replace('\n', ' ')), LONGEST_FIELD);
    return headline(line.conversation().custody()) + " — " + who(line.customer()) + ": " + words;
  }

  private static boolean isOpen(Custody custody) {
    return switch (custody) {
      case Custody.Queued _, Custody.WithAgent _, Custody.Snoozed _ -> true;
      case Custody.Bot _, Custody.Returned _, Custody.Resolved _, Custody.Closed _ -> false;
    };
  }

  // Plain text, and no word of the customer's: it is what strangers see in a notification.
  private static String headline(Custody custody) {
    var text =
        switch (custody) {
          case Custody.Queued _ -> "🆕 Waiting for a person";
          case Custody.WithAgent(var agent) -> "🙋 " + agent + " has it";
          case Custody.Snoozed(var agent, _) -> "💤 Put aside by " + agent;
          case Custody.Returned(var agent) -> "🤖 " + agent + " handed it back to the bot";
          case Custody.Bot _ -> "🤖 With the bot";
          case Custody.Resolved(var agent) -> "✅ Resolved by " + agent;
          case Custody.Closed _ -> "✅ Closed";
        };
    return Cut.to(text, 150);
  }

  private static List<TextObject> fields(CaseLine line) {
    var fields = new ArrayList<TextObject>();
    fields.add(field("Customer", who(line.customer())));
    fields.add(field("Channel", Mrkdwn.escaped(line.conversation().channel())));
    fields.add(field("Why", line.because().isEmpty() ? "—" : Mrkdwn.escaped(line.because())));
    fields.add(field("Language", language(line.language())));
    var route = line.route();
    if (route.priority() != Priority.NORMAL) {
      fields.add(field("Priority", priority(route.priority())));
    }
    if (!route.team().isEmpty()) {
      fields.add(field("Team", Mrkdwn.escaped(route.team())));
    }
    route.due().ifPresent(due -> fields.add(field("First reply due", Mrkdwn.time(due))));
    if (line.waits()) {
      fields.add(field("Waiting since", Mrkdwn.time(line.waitsSince())));
    }
    if (line.conversation().custody() instanceof Custody.Snoozed(_, var until)) {
      fields.add(field("Put aside until", Mrkdwn.time(until)));
    }
    return fields;
  }

  private static String priority(Priority priority) {
    return switch (priority) {
      case LOW -> "low";
      case NORMAL -> "normal";
      case HIGH -> "🔶 high";
      case URGENT -> "🔴 urgent";
    };
  }

  private static TextObject field(String name, String value) {
    return markdownText("*" + name + "*\n" + Cut.to(value, LONGEST_FIELD));
  }

  static String who(Customer customer) {
    var name = customer.name().isEmpty() ? "Somebody" : customer.name();
    var email = customer.email().isEmpty() ? customer.answerTo() : customer.email();
    var address = email.isEmpty() ? "" : " " + email;
    return Mrkdwn.escaped(name + address) + (customer.isVerified() ? " ✓ verified" : "");
  }

  private static String language(String tag) {
    var name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    return tag.equals("und") || name.isEmpty() ? "unknown" : name;
  }

  private static List<LayoutBlock> summary(CaseBrief brief) {
    var blocks = new ArrayList<LayoutBlock>();
    if (!brief.problem().isEmpty()) {
      blocks.add(words("The problem", Cut.to(brief.problem(), LONGEST_FIELD)));
    }
    if (!brief.summary().isEmpty()) {
      blocks.add(words("In short, as a model tells it", Cut.to(brief.summary(), LONGEST_FIELD)));
    }
    if (!brief.request().isEmpty() && !brief.request().equals(brief.problem())) {
      blocks.add(words("The customer wants", Cut.to(brief.request(), LONGEST_FIELD)));
    }
    var lines = new ArrayList<String>();
    if (brief.moods().stream().anyMatch(mood -> mood.feeling() != CaseBrief.Feeling.CALM)) {
      lines.add("*How they sounded*, message by message: " + moods(brief.moods()));
    }
    if (!brief.tried().isEmpty()) {
      lines.add("*The bot has tried*\n" + tried(brief.tried()));
    }
    for (var standing : CaseBrief.Fact.Standing.values()) {
      var facts =
          brief.facts().stream().filter(fact -> fact.standing() == standing).limit(MOST_FACTS);
      facts(facts.toList()).ifPresent(told -> lines.add(standing(standing) + told));
    }
    if (!brief.enclosed().isEmpty()) {
      lines.add("*Files*: " + files(brief.enclosed()));
    }
    if (!lines.isEmpty()) {
      var text = Cut.to(String.join("\n", lines), 2_900);
      blocks.add(section(more -> more.text(markdownText(text))));
    }
    return blocks;
  }

  private static String tried(List<CaseBrief.Tried> tried) {
    return tried.subList(Math.max(0, tried.size() - MOST_TRIED), tried.size()).stream()
        .map(CardBlocks::tried)
        .collect(Collectors.joining("\n"));
  }

  private static String tried(CaseBrief.Tried tried) {
    var answer = PlainText.of(Blocks.of(tried.answer(), tried.sources().size()));
    var sources =
        tried.sources().stream()
            .map(source -> Mrkdwn.escaped(source.title()))
            .distinct()
            .collect(Collectors.joining("; "));
    var felt =
        switch (tried.felt()) {
          case UNSAID -> "";
          case HELPFUL -> " 👍";
          case UNHELPFUL -> " 👎";
        };
    return "• "
        + Cut.to(Mrkdwn.escaped(answer.replace('\n', ' ')), LONGEST_ANSWER)
        + (sources.isEmpty() ? "" : " (" + Cut.to(sources, LONGEST_ANSWER) + ")")
        + felt;
  }

  private static Optional<String> facts(List<CaseBrief.Fact> facts) {
    return facts.stream()
        .map(fact -> "`" + Mrkdwn.escaped(fact.value().replace('`', '\'')) + "`")
        .reduce((first, second) -> first + ", " + second);
  }

  private static String standing(CaseBrief.Fact.Standing standing) {
    return switch (standing) {
      case CLAIMED -> "*The customer says* (unchecked): ";
      case VERIFIED -> "*Your own site vouches for*: ";
    };
  }

  private static String moods(List<CaseBrief.Mood> moods) {
    return moods.stream()
        .map(mood ->
            switch (mood.feeling()) {
              case CALM -> "🙂";
              case ANNOYED -> "😠";
              case ABUSIVE -> "🤬";
            })
        .collect(Collectors.joining(" "));
  }

  private static String files(List<CaseBrief.Enclosed> files) {
    return files.stream()
        .limit(MOST_FACTS)
        .map(file -> Mrkdwn.escaped(file.name()))
        .collect(Collectors.joining(", "));
  }

  private static LayoutBlock words(String title, String words) {
    return Literal.quote(title, words.isBlank() ? "—" : cut(words));
  }

  private static String cut(String words) {
    return Cut.to(words, LONGEST_WORDS);
  }

  /** The words of a suggestion, and where they stand. */
  static String suggested(List<ShownPart> suggestion) {
    var sources = sources(suggestion);
    return plain(suggestion) + (sources.isEmpty() ? "" : "\n(" + sources + ")");
  }

  /** The words alone. */
  static String plain(List<ShownPart> suggestion) {
    return suggestion.stream()
        .map(part -> PlainText.of(Blocks.of(part.text(), part.sources().size())))
        .collect(Collectors.joining("\n\n"));
  }

  /** The titles of what it is from. */
  static String sources(List<ShownPart> suggestion) {
    return suggestion.stream()
        .flatMap(part -> part.sources().stream())
        .map(ShownPart.Source::title)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String footer(CaseLine line, boolean direct, String link) {
    var id = line.conversation().id();
    var how =
        direct
            ? "What its owner writes in the thread goes to the customer after a moment for undo;"
                + " `note:` keeps it in the team."
            : "What is written in the thread stays in the team; `reply:` sends it to the customer.";
    var where = link.isEmpty() ? "" : Mrkdwn.link(link, "Open at the desk") + " · ";
    return where + "`" + Mrkdwn.escaped(id) + "` · " + how;
  }
}
