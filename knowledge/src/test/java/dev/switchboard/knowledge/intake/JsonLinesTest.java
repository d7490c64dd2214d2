package dev.switchboard.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.knowledge.article.Content.Faq;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
  @TempDir Path temp;
  Folder folder;

  @BeforeEach
  void openFolder() {
    folder = new Folder(temp);
  }

  @Test
  void readsVariantsAsListOrAsLines() {
    Harvest harvest =
        folder.read(
            "faq.jsonl",
            """
            {"id":"a","question":"Q","variants":["one","two"],"answer":"A","tags":["x","y"]}

            {"id":"b","question":"Q","variants":"one\\ntwo","answer":"A","extra":{"deep":[1]}}
            """);

    assertThat(harvest.problems()).isEmpty();
    assertThat(harvest.articles())
        .allSatisfy(article ->
            assertThat(article.content()).isEqualTo(new Faq("Q", List.of("one", "two"), "A")));
    assertThat(harvest.articles().getFirst().tags()).containsExactlyInAnyOrder("x", "y");
  }

  @Test
  void namesEveryBadLine() {
    Harvest harvest =
        folder.read(
            "faq.jsonl",
            """
            {"id":"a","question":"Q","answer":"A","answer":"B"}
            {"id":"b","question":"Q","answer":"A"
            ["id"]
            {"id":"c","question":"Q","answer":null}
            {"id":"d","question":"Q","answer":"A"} {}
            %s
            """
                .formatted("{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"));

    assertThat(harvest.sheaves()).isEmpty();
    assertThat(harvest.problems()).extracting(Problem::line).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(harvest.problems())
        .extracting(Problem::reason)
        .satisfiesExactly(
            first -> assertThat(first).contains("Duplicate field 'answer'"),
            second -> assertThat(second).contains("Unexpected end-of-input"),
            third -> assertThat(third).contains("it must begin with {"),
            fourth -> assertThat(fourth).isEqualTo("the answer is empty"),
            fifth -> assertThat(fifth).contains("something follows the object"),
            sixth -> assertThat(sixth).contains("nesting depth"));
  }
}
