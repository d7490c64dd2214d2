package dev.switchboard.bot.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words around a number say that it is. */
enum Surroundings {
  /** A phone number. */
  PHONE,
  /** The number of something else. */
  OTHER,
  /** Nothing. */
  SILENT;

  private static final int BEFORE = 48;
  private static final int BEHIND = 32;

  private static final String LINES =
      "phone|telephone|tel|mobile|mob|cell|cellular|fax|desk|office|landline|hotline|whatsapp|sms"
          + "|telefon|telefonnummer|rufnummer|handy|handynummer|mobil|mobilnummer|festnetz"
          + "|téléphone|portable|gsm|teléfono|telefono|móvil|movil|celular|cellulare|telefone"
          + "|telemóvel|telefoon|mobiel|telefonu?|tlf|puhelin|телефон|тел|هاتف|جوال";
  private static final String DEEDS =
      "call|calls|called|calling|ring|dial|reach|answering|contact|text me|message me|text to"
          + "|my number|our number|your number|his number|her number|anrufen|rufen|ruft|erreichbar"
          + "|erreichen|appeler|appelez|rappeler|joindre|joignable|llamar|llamen|llámame|llamenme"
          + "|chiamare|chiamatemi|chiamami|ligar|liguem|bellen|zadzwon|позвоните|звоните";
  private static final String UNSPACED = "電話|携帯|电话|手机|手機|전화|휴대폰";
  private static final String THINGS =
      "order|invoice|card|account|tracking|reference|ref|case|ticket|serial|model|isbn|zip|postcode"
          + "|box|booking|parcel|shipment|customer|contract|policy|article|item|sku|id"
          + "|bestellung|bestellnummer|rechnung|rechnungsnummer|kundennummer|vertragsnummer"
          + "|sendungsnummer|kontonummer|konto|auftrag|auftragsnummer|commande|facture|client"
          + "|pedido|factura|cliente|cuenta|ordine|fattura|encomenda|fatura|factuur|bestelling"
          + "|zamówienie|faktura|заказ|заказа";

  // What comes first in it spares most places the long lists.
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<!\\p{L})(?=\\p{L})(?:("
              + LINES
              + "|"
              + DEEDS
              + ")|"
              + THINGS
              + ")(?!\\p{L})|(?=[^\\x00-\\x7f])("
              + UNSPACED
              + ")",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern LINE_BEHIND =
      Pattern.compile(
          "[ ,(]{0,2}(?:"
              + LINES
              + "|(?:is|was) (?:my|our) (?:new |old )?(?:number|"
              + LINES
              + "))(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What is said of the text from start to end: the nearest word counts. */
  static Surroundings of(String text, int start, int end) {
    return within(LINE_BEHIND, text, end, end + BEHIND).lookingAt() ? PHONE : before(text, start);
  }

  private static Surroundings before(String text, int start) {
    var named = within(NAMED, text, start - BEFORE, start);
    var nearest = SILENT;
    while (named.find()) {
      nearest = named.group(1) != null || named.group(2) != null ? PHONE : OTHER;
    }
    return nearest;
  }

  // A word that reaches out of the bounds is not the word that begins or ends at them.
  private static Matcher within(Pattern pattern, String text, int from, int to) {
    return pattern
        .matcher(text)
        .region(Math.max(0, from), Math.min(text.length(), to))
        .useTransparentBounds(true);
  }
}
