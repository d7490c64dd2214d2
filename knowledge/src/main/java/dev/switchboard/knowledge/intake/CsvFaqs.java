package dev.switchboard.knowledge.intake;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** FAQs in RFC 4180 with a head line: {@code id,question,variants,answer,tags[,locale]}. */
final class CsvFaqs implements Parser {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final List<String> REQUIRED = List.of("id", "question", "answer");
  // A table of ours has ten columns; a head of thousands is another file under this name.
  private static final int MAX_COLUMNS = 200;

  @Override
  public Yield parse(Origin origin, byte[] bytes) throws Refused {
    try (CSVParser csv = CSVParser.parse(Utf8.text(bytes), FORMAT)) {
      return rows(origin, csv).all();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entries rows(Origin origin, CSVParser csv) throws Refused {
    Iterator<CSVRecord> rows = csv.iterator();
    List<String> head = List.of();
    var entries = new Entries();
    for (int line = nextLine(csv); hasNext(rows, line); line = nextLine(csv)) {
      CSVRecord row = rows.next();
      if (isBlank(row)) {
        continue;
      }
      if (head.isEmpty()) {
        head = head(line, row);
      } else {
        entries.add(line, entry(origin, line, head, row));
      }
    }
    return entries;
  }

  private static int nextLine(CSVParser csv) {
    return Math.toIntExact(csv.getCurrentLineNumber() + 1);
  }

  private static boolean hasNext(Iterator<CSVRecord> rows, int line) throws Refused {
    try {
      return rows.hasNext();
    } catch (UncheckedIOException e) {
      boolean open = String.valueOf(e.getMessage()).contains("EOF");
      throw new Refused(
          line,
          open
              ? "a quotation mark opens in the row that begins here and is never closed"
              : "a quotation mark closes and text follows; double the marks inside a cell (\"\")");
    }
  }

  private static boolean isBlank(CSVRecord row) {
    return row.stream().allMatch(String::isBlank);
  }

  private static List<String> head(int line, CSVRecord row) throws Refused {
    if (row.size() > MAX_COLUMNS) {
      throw new Refused(line, "the head names more than %d columns".formatted(MAX_COLUMNS));
    }
    List<String> head = row.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    checkSeparator(line, head);
    checkNames(line, head);
    return head;
  }

  private static void checkSeparator(int line, List<String> head) throws Refused {
    if (head.size() == 1 && (head.getFirst().contains(";") || head.getFirst().contains("\t"))) {
      throw new Refused(
          line, "the columns are not separated by commas; save it as CSV with commas");
    }
  }

  private static void checkNames(int line, List<String> head) throws Refused {
    List<String> missing = REQUIRED.stream().filter(not(head::contains)).toList();
    if (!missing.isEmpty()) {
      throw new Refused(
          line,
          "the head lacks %s; it must be id,question,variants,answer,tags (locale may follow)"
              .formatted(String.join(" and ", missing)));
    }
    List<String> named = head.stream().filter(not(String::isEmpty)).toList();
    if (Set.copyOf(named).size() < named.size()) {
      throw new Refused(line, "the head names a column twice");
    }
  }

  private static Yield entry(Origin origin, int line, List<String> head, CSVRecord row) {
    if (row.stream().skip(head.size()).anyMatch(not(String::isBlank))) {
      return Yield.refused(
          new Problem(
              origin.source(),
              line,
              "",
              "the row has %d cells, the head %d; put a cell with a comma into quotation marks"
                  .formatted(row.size(), head.size())));
    }
    return new Entry(origin, line, fields(head, row)).faq();
  }

  private static Map<String, String> fields(List<String> head, CSVRecord row) {
    var fields = new HashMap<String, String>();
    for (int i = 0; i < Math.min(head.size(), row.size()); i++) {
      fields.put(head.get(i), row.get(i));
    }
    return fields;
  }
}
