package dev.switchboard.bot.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.Reading;
import dev.switchboard.bot.Signal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TriageTest {

  private static final Triage TRIAGE = new Triage(() -> Set.of(Locale.ENGLISH));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hi, where is my parcel?                  | where is my parcel?                | GREETING
          Hello where is my parcel                 | where is my parcel                 | GREETING
          where is my parcel? thanks!              | where is my parcel?                | THANKS
          where is my parcel thanks                | where is my parcel                 | THANKS
          thanks! and how do I return it?          | and how do I return it?            | THANKS
          Hallo, wo ist mein Paket?                | wo ist mein Paket?                 | GREETING
          Bonjour, où est mon colis ?              | où est mon colis ?                 | GREETING
          Hola, ¿dónde está mi pedido?             | ¿dónde está mi pedido?             | GREETING
          Buongiorno, dov'è il mio pacco?          | dov'è il mio pacco?                | GREETING
          こんにちは、配送にどのくらいかかりますか？ | 配送にどのくらいかかりますか？     | GREETING
          你好，我的包裹在哪里？                   | 我的包裹在哪里？                   | GREETING
          """)
  void cutsTheCourtesyAndKeepsTheQuestion(String text, String question, Signal signal) {
    var reading = read(text);
    assertThat(reading.questions()).containsExactly(question);
    assertThat(reading.signals()).containsExactly(signal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hello               | GREETING | en
          Good morning!       | GREETING | en
          Guten Tag           | GREETING | de
          bonjour             | GREETING | fr
          ¡Hola!              | GREETING | es
          goedemorgen         | GREETING | nl
          olá                 | GREETING | pt
          dzień dobry         | GREETING | pl
          merhaba             | GREETING | tr
          こんにちは          | GREETING | ja
          您好                | GREETING | zh
          مرحبا               | GREETING | ar
          здравствуйте        | GREETING | ru
          안녕하세요          | GREETING | ko
          thank you so much   | THANKS   | en
          Vielen Dank!        | THANKS   | de
          merci               | THANKS   | fr
          muchas gracias      | THANKS   | es
          grazie mille        | THANKS   | it
          dank je wel         | THANKS   | nl
          obrigada            | THANKS   | pt
          dziękuję            | THANKS   | pl
          teşekkürler         | THANKS   | tr
          ありがとうございます | THANKS  | ja
          谢谢                | THANKS   | zh
          شكرا                | THANKS   | ar
          bye                 | GOODBYE  | en
          Tschüss             | GOODBYE  | de
          au revoir           | GOODBYE  | fr
          hasta luego         | GOODBYE  | es
          arrivederci         | GOODBYE  | it
          tot ziens           | GOODBYE  | nl
          tchau               | GOODBYE  | pt
          do widzenia         | GOODBYE  | pl
          görüşürüz           | GOODBYE  | tr
          さようなら          | GOODBYE  | ja
          再见                | GOODBYE  | zh
          مع السلامة          | GOODBYE  | ar
          """)
  void findsNoQuestionInACourtesyAlone(String text, Signal signal, String language) {
    var reading = read(text);
    assertThat(reading.questions()).isEmpty();
    assertThat(reading.signals()).containsExactly(signal);
    assertThat(reading.language()).isEqualTo(Locale.of(language));
  }

  @Test
  void findsNoQuestionInThanksThatIsAll() {
    var reading = read("thanks, that's all");
    assertThat(reading.questions()).isEmpty();
    assertThat(reading.signals()).containsExactlyInAnyOrder(Signal.THANKS, Signal.GOODBYE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How do you say hello in Japanese?",
        "hi-vis jackets in size L?",
        "is a thank you card included with gifts",
        "Thanks for the refund but it is the wrong amount",
        "TT-4410",
        "E-217",
        "12345",
        "refund?",
        "sizes",
        "versand",
        "早餐几点开始",
        "送料",
        "Is the size 3.5 in stock at example.com?",
      })
  void leavesOrdinaryMessagesUntouched(String text) {
    var reading = read(text);
    assertThat(reading.questions()).containsExactly(text);
    assertThat(reading.signals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"asdfgh", "qwertz uiop", "???", "...!", "😀😀", "kjhdsf sdkjfh", "aaaaaa"})
  void callsMashMeaningless(String text) {
    assertThat(read(text).signals()).containsExactly(Signal.MEANINGLESS);
    assertThat(read(text).questions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n\t", "\u200B\u2060\uFEFF", "\u0000\u0007", "\u202E\u2066", "ㅤ"})
  void callsInvisibleTextEmpty(String text) {
    assertThat(read(text).signals()).containsExactly(Signal.EMPTY);
    assertThat(read(text).text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "are you a bot?",
        "Am I talking to a real person?",
        "bist du ein Bot?",
        "es-tu un robot ?",
        "¿eres un robot?",
        "sei un robot?",
        "ben je een robot?",
        "você é um robô?",
        "czy jesteś botem?",
        "sen bir robot musun?",
        "あなたはロボットですか",
        "你是机器人吗",
        "هل أنت روبوت"
      })
  void hearsTheDoubtWhetherAPersonIsSpeaking(String text) {
    assertThat(read(text).signals()).containsExactly(Signal.ASKS_IF_BOT);
    assertThat(read(text).questions()).isEmpty();
  }

  @Test
  void tellsThatALongMessageWasCut() {
    var reading = read("How long does delivery take? ".repeat(10_000));
    assertThat(reading.signals()).contains(Signal.CUT);
    assertThat(reading.text().length()).isLessThanOrEqualTo(Message.MAX_LENGTH);
  }

  @Test
  void speaksTheLanguageOfAWishWrittenInOneLanguageOnly() {
    assertThat(read("es-tu un robot ?").language()).isEqualTo(Locale.FRENCH);
  }

  private static Reading read(String text) {
    return TRIAGE.read(new Message(text, List.of()));
  }
}
