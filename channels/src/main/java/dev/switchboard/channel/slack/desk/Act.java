package dev.switchboard.channel.slack.desk;

import java.util.Arrays;
import java.util.Optional;

/** What people can do by a button. */
enum Act {
  CLAIM("esc.claim", "Claim"),
  TAKE_OVER("esc.take_over", "Take over"),
  REPLY("esc.edit_reply", "Reply…"),
  NOTE("esc.note", "Note…"),
  SNOOZE("esc.snooze", "Put aside…"),
  HAND_BACK("esc.handback", "Hand back to the bot"),
  RELEASE("esc.release", "Back into the queue"),
  ASSIGN("esc.assign", "Assign…"),
  RESOLVE("esc.resolve", "Resolve…"),
  DIRECT_ON("esc.direct_on", "Switch direct mode on"),
  DIRECT_OFF("esc.direct_off", "Switch direct mode off"),
  ARTICLE("esc.article", "Make this an article"),
  UNDO("esc.undo", "Undo"),
  SEND("esc.send", "Take over and send"),
  KEEP("esc.keep", "Keep as a note");

  private final String id;
  private final String label;

  Act(String id, String label) {
    this.id = id;
    this.label = label;
  }

  /** How Slack names it. */
  String id() {
    return id;
  }

  /** How people read it. */
  String label() {
    return label;
  }

  static Optional<Act> of(String id) {
    return Arrays.stream(values()).filter(act -> act.id.equals(id)).findFirst();
  }
}
