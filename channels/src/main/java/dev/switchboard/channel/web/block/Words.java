package dev.switchboard.channel.web.block;

import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The plain words of a node. */
final class Words {

  private static final Pattern COMMENT = Pattern.compile("<!--.*?(-->|\\z)", Pattern.DOTALL);
  private static final Pattern BREAK = Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);

  private Words() {}

  /** All words below the node. It walks in a loop: a hostile tree is deeper than the stack. */
  static String of(Node root) {
    var words = new StringBuilder(literal(root));
    for (var node = root.getFirstChild(); node != null; node = next(node, root)) {
      if (node instanceof Block && !words.isEmpty()) {
        words.append(' ');
      }
      words.append(literal(node));
    }
    return words.toString();
  }

  /** Markup as it is written, without what its author has hidden in comments. */
  static String markup(String html) {
    return COMMENT.matcher(html).replaceAll("");
  }

  static boolean breaksTheLine(String html) {
    return BREAK.matcher(html).matches();
  }

  private static String literal(Node node) {
    return switch (node) {
      case Text text -> text.getLiteral();
      case Code code -> code.getLiteral();
      case HtmlInline html -> markup(html.getLiteral());
      case HtmlBlock html -> markup(html.getLiteral());
      case FencedCodeBlock code -> code.getLiteral();
      case IndentedCodeBlock code -> code.getLiteral();
      case SoftLineBreak _, HardLineBreak _ -> "\n";
      default -> "";
    };
  }

  private static @Nullable Node next(Node node, Node root) {
    if (node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    var up = node;
    while (up != root && up.getNext() == null) {
      up = up.getParent();
    }
    return up == root ? null : up.getNext();
  }
}
