package dev.switchboard.knowledge.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The running text of one paragraph, with its spaces put right. */
final class Words {
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern LINK = Pattern.compile("(https?://|mailto:)[^\\s<>]+");

  private final List<org.commonmark.node.Node> parts = new ArrayList<>();
  private boolean atSpace = true;

  /** Adds a text or an element without blocks in it; emphasis is dropped, its words stay. */
  void add(Node node) {
    switch (node) {
      case TextNode text -> addPlain(text.getWholeText());
      case Element element -> addElement(element);
      default -> {}
    }
  }

  private void addElement(Element element) {
    switch (element.normalName()) {
      case "br" -> addBreak();
      case "img" -> addPlain(element.attr("alt"));
      case "code", "kbd", "samp" -> addCode(element.text().strip());
      case "a" -> addLink(element);
      default -> element.childNodes().forEach(this::add);
    }
  }

  void addPlain(String raw) {
    String text = SPACES.matcher(raw).replaceAll(" ");
    text = atSpace ? text.stripLeading() : text;
    if (!text.isEmpty()) {
      parts.add(new Text(text));
      atSpace = text.endsWith(" ");
    }
  }

  private void addBreak() {
    if (!parts.isEmpty()) {
      trimEnd();
      parts.add(new HardLineBreak());
      atSpace = true;
    }
  }

  private void addCode(String code) {
    if (!code.isEmpty()) {
      parts.add(new Code(code));
      atSpace = false;
    }
  }

  private void addLink(Element element) {
    String target = element.absUrl("href");
    String text = SPACES.matcher(element.text()).replaceAll(" ").strip();
    if (text.isEmpty() || !LINK.matcher(target).matches()) {
      element.childNodes().forEach(this::add);
    } else {
      var link = new Link(target, null);
      link.appendChild(new Text(text));
      parts.add(link);
      atSpace = false;
    }
  }

  /** Puts the text into the block and the block into its place, unless there is no text. */
  void moveTo(Block into, Block block) {
    if (fill(block)) {
      into.appendChild(block);
    }
  }

  /** Puts the text into the node; false when there is none. */
  boolean fill(org.commonmark.node.Node node) {
    trimEnd();
    parts.forEach(node::appendChild);
    boolean any = !parts.isEmpty();
    parts.clear();
    atSpace = true;
    return any;
  }

  private void trimEnd() {
    while (!parts.isEmpty() && parts.getLast() instanceof HardLineBreak) {
      parts.removeLast();
    }
    if (!parts.isEmpty() && parts.getLast() instanceof Text last) {
      last.setLiteral(last.getLiteral().stripTrailing());
    }
  }
}
