package dev.switchboard.channel.slack.desk;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.radioButtons;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.conversation.ShownPart;
import dev.switchboard.channel.slack.text.Cut;
import dev.switchboard.channel.slack.text.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The dialogs of the desk. */
final class DialogViews {
  static final String CALLBACK = "sb.";
  static final String WORDS = "words";
  static final String THEN = "then";
  static final String WHO = "who";

  private static final int LONGEST_INPUT = 3_000;
  private static final int LONGEST_OTHER = 1_500;
  private static final int LONGEST_OPTION = 75;
  private static final int MOST_OPTIONS = 100;

  private DialogViews() {}

  /** What is done after a reply. */
  enum Then {
    NOTHING("Keep the case"),
    HAND_BACK("Hand it back to the bot"),
    RESOLVE("Resolve it");

    private final String label;

    Then(String label) {
      this.label = label;
    }
  }

  /** Shown at once, while what the dialog shows is still being gathered. */
  static View loading(Act act, String metadata) {
    return dialog(act, metadata, List.of(section(wait -> wait.text(plainText("One moment…")))), "");
  }

  /**
   * A reply to the customer.
   *
   * @param suggestions what it may be, the best first; the first is what it begins with
   */
  static View reply(String metadata, List<List<ShownPart>> suggestions) {
    var blocks = new ArrayList<LayoutBlock>();
    var best = suggestions.isEmpty() ? List.<ShownPart>of() : suggestions.getFirst();
    blocks.add(words("To the customer", CardBlocks.plain(best)));
    var sources = CardBlocks.sources(best);
    if (!sources.isEmpty()) {
      blocks.add(section(part -> part.text(plainText(Cut.to("From: " + sources, LONGEST_OTHER)))));
    }
    blocks.add(
        input(field ->
            field
                .blockId(THEN)
                .label(plainText("Then"))
                .element(
                    radioButtons(then ->
                        then.actionId(THEN).options(thens()).initialOption(thens().getFirst())))));
    suggestions.stream()
        .skip(1)
        .forEach(other ->
            blocks.add(
                Literal.quote(
                    "Or this, to copy", Cut.to(CardBlocks.suggested(other), LONGEST_OTHER))));
    return dialog(Act.REPLY, metadata, blocks, "Send");
  }

  private static List<OptionObject> thens() {
    return Arrays.stream(Then.values())
        .map(then -> option(plainText(then.label), then.name()))
        .toList();
  }

  static View note(String metadata) {
    return dialog(
        Act.NOTE, metadata, List.of(words("For the team only; no customer reads it", "")), "Keep");
  }

  static View resolve(String metadata) {
    return dialog(Act.RESOLVE, metadata, List.of(words("How was it resolved?", "")), "Resolve");
  }

  static View assign(String metadata, List<Account> colleagues) {
    var options =
        colleagues.stream()
            .limit(MOST_OPTIONS)
            .map(who -> option(plainText(Cut.to(who.name(), LONGEST_OPTION)), who.id()))
            .toList();
    var who =
        input(field ->
            field
                .blockId(WHO)
                .label(plainText("Who takes it?"))
                .element(staticSelect(select -> select.actionId(WHO).options(options))));
    return dialog(Act.ASSIGN, metadata, List.of(who), "Assign");
  }

  private static LayoutBlock words(String label, String begin) {
    return input(field ->
        field
            .blockId(WORDS)
            .label(plainText(label))
            .element(
                plainTextInput(text -> {
                  text.actionId(WORDS).multiline(true).maxLength(LONGEST_INPUT);
                  return begin.isEmpty() ? text : text.initialValue(Cut.to(begin, LONGEST_INPUT));
                })));
  }

  private static View dialog(Act act, String metadata, List<LayoutBlock> blocks, String submit) {
    return view(dialog -> {
      dialog
          .type("modal")
          .callbackId(CALLBACK + act.name())
          .privateMetadata(metadata)
          .title(viewTitle(title -> title.type("plain_text").text(title(act))))
          .close(viewClose(close -> close.type("plain_text").text("Cancel")))
          .blocks(blocks);
      return submit.isEmpty()
          ? dialog
          : dialog.submit(viewSubmit(button -> button.type("plain_text").text(submit)));
    });
  }

  private static String title(Act act) {
    return act.label().replace("…", "");
  }
}
