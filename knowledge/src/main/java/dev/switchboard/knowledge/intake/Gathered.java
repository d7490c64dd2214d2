package dev.switchboard.knowledge.intake;

import dev.switchboard.knowledge.article.Article;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the files of one reading together; an id belongs to the first file that brings it. */
final class Gathered {
  // Kept in memory at once, in characters: ten times the largest knowledge we plan for.
  private static final long MAX_CHARACTERS = 100_000_000;

  private final List<Sheaf> sheaves = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> sourceOfId = new HashMap<>();
  private long characters;

  void add(String source, Yield given) {
    problems.addAll(given.problems());
    if (!given.problems().isEmpty()) {
      return;
    }
    objection(source, given.articles())
        .ifPresentOrElse(problems::add, () -> take(source, given.articles()));
  }

  private Optional<Problem> objection(String source, List<Article> articles) {
    long length = articles.stream().mapToLong(Gathered::length).sum();
    if (characters + length > MAX_CHARACTERS) {
      return Optional.of(
          Problem.of(source, "this is more than 100 million characters at once; import in parts"));
    }
    return articles.stream()
        .map(Article::id)
        .filter(sourceOfId::containsKey)
        .map(id -> twice(source, id))
        .findFirst();
  }

  private Problem twice(String source, String id) {
    String first = Problem.of(sourceOfId.getOrDefault(id, ""), "").place();
    return Problem.of(
        source, "the id \"%s\" is already taken by %s; rename one of them".formatted(id, first));
  }

  private static long length(Article article) {
    return (long) article.content().title().length() + article.content().body().length();
  }

  private void take(String source, List<Article> articles) {
    sheaves.add(new Sheaf(source, articles));
    articles.forEach(article -> sourceOfId.put(article.id(), source));
    characters += articles.stream().mapToLong(Gathered::length).sum();
  }

  Harvest harvest(String root, List<Problem> more, List<Skipped> skipped) {
    return new Harvest(
        root, sheaves, Stream.concat(more.stream(), problems.stream()).toList(), skipped);
  }
}
