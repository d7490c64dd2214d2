package dev.switchboard.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.knowledge.article.Article;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShopTest {

  @Test
  void makesTheSameArticlesAndQuestionsEachTime() {
    assertThat(new Shop(300).articles()).isEqualTo(new Shop(300).articles()).hasSize(300);
    assertThat(new Shop(300).questions(50, 1)).isEqualTo(new Shop(300).questions(50, 1));
    assertThat(new Shop(300).questions(50, 1)).isNotEqualTo(new Shop(300).questions(50, 2));
  }

  @Test
  void aLargerShopHoldsTheSmallerOne() {
    assertThat(new Shop(300).articles())
        .startsWith(new Shop(100).articles().toArray(new Article[0]));
  }

  @Test
  void noTwoArticlesAskTheSame() {
    var shop = new Shop(Plan.MOST_ARTICLES);

    assertThat(
            shop.articles().stream()
                .map(article -> article.content().title())
                .collect(Collectors.toSet()))
        .hasSize(Plan.MOST_ARTICLES);
  }

  @Test
  void everyQuestionIsAnsweredByAnArticleButWordedOtherwise() {
    var shop = new Shop(300);
    var articles =
        shop.articles().stream().collect(Collectors.toMap(Article::id, Article::content));

    for (var question : shop.questions(200, 0)) {
      assertThat(articles).containsKeys(question.expected().toArray(new String[0]));
      assertThat(articles.values()).noneMatch(faq -> faq.toString().contains(question.text()));
    }
  }

  @Test
  void codesTellArticlesApart() {
    var articles = Shop.coded(40).stream().collect(Collectors.toMap(Article::id, a -> a));

    assertThat(articles).hasSize(40);
    assertThat(Shop.codedQuestions(40))
        .hasSize(40)
        .allSatisfy(
            question -> assertThat(articles).containsKeys(question.expected().iterator().next()));
  }
}
