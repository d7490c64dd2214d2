package dev.switchboard.channel.slack.desk;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.composition.BlockCompositions.confirmationDialog;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.staticSelect;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.switchboard.bot.conversation.Conversation;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.channel.slack.text.Ref;
import java.util.ArrayList;
import java.util.List;

/** The buttons under a card: what can be done with the case as it is. */
final class CardActions {
  private CardActions() {}

  static LayoutBlock of(Conversation conversation, boolean direct) {
    var ref = Ref.of(conversation.id(), conversation.custodyVersion());
    var elements =
        switch (conversation.custody()) {
          case Custody.Queued _ ->
              List.of(
                  primary(Act.CLAIM, ref),
                  plain(Act.REPLY, ref),
                  snooze(ref),
                  plain(Act.RESOLVE, ref),
                  plain(Act.NOTE, ref),
                  plain(Act.ASSIGN, ref));
          case Custody.WithAgent _ -> owned(ref, direct);
          case Custody.Snoozed _ ->
              List.of(primary(Act.CLAIM, ref), plain(Act.RESOLVE, ref), plain(Act.NOTE, ref));
          case Custody.Bot _, Custody.Returned _ ->
              List.of(plain(Act.CLAIM, ref), plain(Act.NOTE, ref));
          case Custody.Resolved _ ->
              List.of(
                  labelled(Act.CLAIM, "Reopen", ref),
                  plain(Act.NOTE, ref),
                  plain(Act.ARTICLE, ref));
          case Custody.Closed _ -> List.of(plain(Act.ARTICLE, ref));
        };
    return actions(row -> row.elements(new ArrayList<>(elements)));
  }

  private static List<BlockElement> owned(Ref ref, boolean direct) {
    return List.of(
        primary(Act.REPLY, ref),
        plain(Act.NOTE, ref),
        snooze(ref),
        confirmed(Act.HAND_BACK, ref, "The bot answers the customer again."),
        plain(Act.RESOLVE, ref),
        plain(Act.ASSIGN, ref),
        plain(Act.RELEASE, ref),
        direct
            ? plain(Act.DIRECT_OFF, ref)
            : confirmed(
                Act.DIRECT_ON,
                ref,
                "What you write in the thread then goes to the customer, after ten seconds for"
                    + " undo."));
  }

  static ButtonElement primary(Act act, Ref ref) {
    return button(
        b -> b.actionId(act.id()).text(plainText(act.label())).style("primary").value(ref.json()));
  }

  static ButtonElement plain(Act act, Ref ref) {
    return labelled(act, act.label(), ref);
  }

  private static ButtonElement labelled(Act act, String label, Ref ref) {
    return button(b -> b.actionId(act.id()).text(plainText(label)).value(ref.json()));
  }

  private static ButtonElement confirmed(Act act, Ref ref, String question) {
    return button(b ->
        b.actionId(act.id())
            .text(plainText(act.label()))
            .value(ref.json())
            .confirm(
                confirmationDialog(dialog ->
                    dialog
                        .title(plainText(act.label()))
                        .text(plainText(question))
                        .confirm(plainText("Yes"))
                        .deny(plainText("No")))));
  }

  private static BlockElement snooze(Ref ref) {
    return staticSelect(select ->
        select
            .actionId(Act.SNOOZE.id())
            .placeholder(plainText(Act.SNOOZE.label()))
            .options(
                Snooze.ALL.stream()
                    .map(snooze ->
                        option(plainText(snooze.label()), Ref.of(ref.c(), snooze.name()).json()))
                    .toList()));
  }
}
