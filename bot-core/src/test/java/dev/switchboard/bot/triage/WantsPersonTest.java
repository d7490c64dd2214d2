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
import org.junit.jupiter.params.provider.ValueSource;

final class WantsPersonTest {

  private static final Triage TRIAGE = new Triage(() -> Set.of(Locale.ENGLISH));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I want to talk to a human",
        "can I speak with a real person please",
        "agent",
        "human please",
        "let me speak to your manager",
        "connect me to an agent",
        "put me through to someone",
        "the billing department please",
        "sales team please!",
        "this conversation is not working at all",
        "Dieses Gespräch führt zu nichts",
        "Cette conversation ne mène à rien",
        "Esta conversación no lleva a nada",
        "Questa conversazione non porta a niente",
        "I'd rather talk to a real person",
        "get me a human",
        "stop this, I am tired of talking to a bot",
        "is there a human I can talk to?",
        "how do I reach a human",
        "please have someone call me",
        "transfer me to the reception",
        "I don't feel comfortable sharing my personal details with a machine",
        "I am not going to discuss my health with a bot",
        "Ich möchte mit einem Menschen sprechen",
        "Kann ich mit einem Mitarbeiter reden?",
        "bitte verbinden Sie mich mit einem Berater",
        "echter Mensch bitte",
        "je veux parler à un humain",
        "puis-je parler à un conseiller ?",
        "passez-moi un conseiller",
        "quiero hablar con una persona",
        "¿puedo hablar con un agente?",
        "páseme con un representante",
        "voglio parlare con un operatore",
        "posso parlare con una persona vera?",
        "ik wil een medewerker spreken",
        "kan ik met een mens praten?",
        "quero falar com um atendente",
        "posso falar com uma pessoa?",
        "chcę rozmawiać z człowiekiem",
        "proszę o połączenie z konsultantem",
        "bir insanla konuşmak istiyorum",
        "beni temsilciye bağlayın",
        "人と話したいです",
        "担当者につないでください",
        "我要转人工",
        "我想和真人说话",
        "أريد التحدث مع موظف",
        "соедините меня с оператором",
        "хочу поговорить с человеком",
        "jag vill prata med en människa",
        "jeg vil gerne tale med et menneske",
        "상담원 연결해 주세요"
      })
  void hearsTheWishForAPerson(String text) {
    assertThat(read(text).signals()).containsExactly(Signal.WANTS_PERSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "can I return it in person",
        "who is the person in charge of tents",
        "what does your agent fee cost",
        "I was charged by a person I don't know",
        "I was talking to a person at the store yesterday",
        "how many people fit into the tent",
        "does the tent come with a manager account",
        "can someone else use my card",
        "do I need to speak to the seller before I return it",
        "please call me Tom",
        "I don't want to talk to a person",
        "is a real fur coat in stock",
        "kann ich das persönlich abgeben",
        "wie viele Personen passen in das Zelt",
        "combien de personnes peuvent dormir dans la tente",
        "¿para cuántas personas es la tienda?",
        "per quante persone è la tenda?",
        "何人用のテントですか",
        "这个帐篷能住几个人"
      })
  void doesNotMistakeAnEverydayPersonForTheWish(String text) {
    assertThat(read(text).signals()).doesNotContain(Signal.WANTS_PERSON);
    assertThat(read(text).questions()).containsExactly(text);
  }

  @Test
  void keepsTheConcernBesideTheWish() {
    var text = "Can I talk to a human please, my order never arrived";
    assertThat(read(text).signals()).contains(Signal.WANTS_PERSON);
    assertThat(read(text).questions()).containsExactly(text);
  }

  @Test
  void findsNoQuestionInTheWishAlone() {
    assertThat(read("Can I please talk to a human?").questions()).isEmpty();
  }

  private static Reading read(String text) {
    return TRIAGE.read(new Message(text, List.of()));
  }
}
