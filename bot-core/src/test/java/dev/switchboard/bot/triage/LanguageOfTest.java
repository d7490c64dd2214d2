package dev.switchboard.bot.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageOfTest {

  private final LanguageOf english = new LanguageOf(() -> Set.of(Locale.ENGLISH));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | where is my parcel
          de | Wie lange dauert der Versand nach Österreich?
          fr | combien de temps prend la livraison ?
          es | ¿cuánto tarda el envío?
          it | quanto tempo ci vuole per la spedizione
          nl | hoe lang duurt de levering
          pt | quando chega a minha encomenda
          pl | ile trwa dostawa
          tr | kargom ne zaman gelir
          sv | var är mitt paket
          da | hvor er min pakke
          cs | jak dlouho trvá doručení
          fi | kuinka kauan toimitus kestää
          hu | mennyi ideig tart a szállítás
          ru | где мой заказ
          uk | де моє замовлення і коли його доставлять
          ar | كم تستغرق مدة التوصيل
          el | πού είναι το δέμα μου
          he | איפה החבילה שלי
          th | พัสดุของฉันอยู่ที่ไหน
          hi | मेरा पार्सल कहाँ है
          ko | 배송은 얼마나 걸리나요
          ja | 配送にどのくらいかかりますか
          zh | 我的包裹在哪里
          ja | iPhone 15 Pro の送料はいくらですか
          """)
  void tellsTheLanguageOfASentence(String language, String text) {
    assertThat(english.of(text)).isEqualTo(Locale.of(language));
  }

  @ParameterizedTest
  @CsvSource({"en, refund?", "de, refund?", "de, Versand", "en, sizes", "fr, taille", "de, 12345"})
  void prefersTheLanguageOfTheKnowledgeForAWord(String known, String text) {
    var languageOf = new LanguageOf(() -> Set.of(Locale.of(known, "XX")));
    assertThat(languageOf.of(text)).isEqualTo(Locale.of(known));
  }

  @Test
  void doesNotGuessWithoutLettersWhenTheKnowledgeHasSeveralLanguages() {
    assertThat(new LanguageOf(() -> Set.of(Locale.ENGLISH, Locale.GERMAN)).of("12345"))
        .isEqualTo(Locale.ROOT);
  }

  @Test
  void readsKanjiAloneAsJapaneseWhereTheKnowledgeIsJapanese() {
    assertThat(new LanguageOf(() -> Set.of(Locale.JAPANESE)).of("送料無料")).isEqualTo(Locale.JAPANESE);
    assertThat(english.of("送料無料")).isEqualTo(Locale.CHINESE);
  }
}
