package dev.switchboard.knowledge.intake;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.jsoup.nodes.Element;

/** A table that holds data, not one that lays out a page. */
final class HtmlTable {
  // Wider than any table people read; a bomb has thousands.
  private static final int MAX_COLUMNS = 50;

  private HtmlTable() {}

  /** Whether rows and cells hold running text only. */
  static boolean isGrid(Element table) {
    return table.select("table, ul, ol, h1, h2, h3, h4, h5, h6, pre, blockquote").size() == 1
        && !table.select("tr").isEmpty()
        && columns(table) > 1
        && columns(table) <= MAX_COLUMNS;
  }

  static TableBlock of(Element table) {
    int columns = columns(table);
    List<Element> rows = table.select("tr");
    var head = new TableHead();
    head.appendChild(row(rows.getFirst(), columns, true));
    var body = new TableBody();
    rows.stream().skip(1).forEach(row -> body.appendChild(row(row, columns, false)));
    var block = new TableBlock();
    block.appendChild(head);
    block.appendChild(body);
    return block;
  }

  private static int columns(Element table) {
    return table.select("tr").stream().mapToInt(row -> row.select("td, th").size()).max().orElse(0);
  }

  private static TableRow row(Element element, int columns, boolean isHead) {
    List<Element> cells = element.select("td, th");
    var row = new TableRow();
    for (int i = 0; i < columns; i++) {
      row.appendChild(cell(i < cells.size() ? cells.get(i).text() : "", isHead));
    }
    return row;
  }

  private static TableCell cell(String text, boolean isHead) {
    var cell = new TableCell();
    cell.setHeader(isHead);
    var words = new Words();
    words.addPlain(text);
    words.fill(cell);
    return cell;
  }
}
