package dev.switchboard.bot.safety;

import java.util.regex.Pattern;

/**
 * What texts do that want to instruct a model, each with a weight: how much it adds to the
 * logarithm of the odds that the text is one. None of them alone is proof, as customers speak of
 * passwords, rules and prompts too.
 */
enum Mark {
  /** Wants earlier instructions to be left aside. */
  OVERRIDES(
      3.6,
      Flags.USUAL,
      "\\b(?:ignore|disregard|forget|override|overrule|bypass|discard|drop)\\b.{0,50}?"
          + "\\b(?:previous|prior|above|earlier|preceding|all|everything|any|your|these|"
          + "those|what|other|system|existing)\\b.{0,40}?\\b(?:(?:instruct\\w*|prompts?"
          + "|rules?|directions?|directives?|guidelines?|programming|context|messages?"
          + "|words?|text|sentences?|orders?|commands?|system)|said|told)\\b"
          + "|\\b(?:ignore|disregard|forget|override|bypass)\\b (?:the|your|my) (?:\\w+ ){0,2}"
          + "(?:instructions|rules|guidelines|prompt|directives)\\b.{0,30}"
          + "\\b(?:you|above|before|given|told)\\b"),
  /** Wants to be told the instructions. */
  ASKS_FOR_INSTRUCTIONS(
      3.4,
      Flags.USUAL,
      "\\b(?:repeat|print|output\\w*|reveal|show|display|return|recite|leak|dump|"
          + "disclose|give|tell|list|convert|translate|explain|summari[sz]e|format|rewrite|"
          + "rephrase|restate|expose|reproduce|copy)\\b.{0,60}?\\b(?:your|you were|system|"
          + "previous\\w*|prior|above|initial|original|hidden|so far|the exact|the full)"
          + "\\W+(?:\\w+\\W+){0,3}?(?:instruct\\w*|prompts?|rules?|directives?|guidelines?"
          + "|programming|words)\\b"),
  /** Speaks of the instructions so far. */
  NAMES_INSTRUCTIONS(
      2.6,
      Flags.USUAL,
      "\\b(?:instructions?|prompt|rules)\\b.{0,30}?\\b(?:so far|above|you (?:were|"
          + "have been|are) given|back)\\b|\\b(?:the|your) (?:instructions|prompt|rules|"
          + "words) (?:above|below)\\b|\\b(?:explain|convert|format|summari[sz]e|translate)"
          + "\\b (?:the|these|your) instructions\\b"),
  /** Says what the answer has to begin with. */
  SETS_BEGINNING(
      2.4,
      Flags.USUAL,
      "\\b(?:begin|start|commence|preface)\\b (?:your |the |each |every )?(?:\\w+ )"
          + "{0,2}?(?:reply|response|answer|output|message)?\\s*(?:with|by)\\s*(?:saying|"
          + "two words|the)?\\s*[\\\"'“\\[<#🤖]"),
  /** Says what alone may be answered. */
  SETS_ANSWER(
      2.2,
      Flags.USUAL,
      "\\b(?:only|just)\\s+(?:say|output|print|respond|reply|answer|write|return)"
          + "\\b|\\bcan only say\\b|\\b(?:say|output|print|respond with|reply with|write|"
          + "return|answer)\\b[^.\\n]{0,60}\\b(?:nothing else|and nothing|nothing afterwards|"
          + "and then stop|word answer only)\\b|\\b(?:say|output|print|respond with|reply with|"
          + "write|return|proclaim)\\b\\s*[\\\"'“\\[]"),
  /** Marks that pretend to end what the customer says. */
  FALSE_MARKS(
      3.2,
      Flags.USUAL,
      "%%%|<\\|\\w+\\|>|\\[/?INST\\]|<</?SYS>>|\\bEND\\b[\\s_]+(?:OF[\\s_]+)?(?:USER|"
          + "MESSAGE|UNTRUSTED|SIMULATION|PROMPT|INPUT|SYSTEM|AMBIGUITY|OUT OF DATE|INSTRUCTION)"
          + "|\\bBEGIN\\b[\\s_]+(?:SYSTEM|MESSAGE|EXTRA|NEW|ADMIN)|^\\s*(?:system|assistant)"
          + "\\s*:|\\[(?:system|simulation|admin)\\b"),
  /** Tells the bot what it is from now on. */
  GIVES_ROLE(
      1.7,
      Flags.USUAL,
      "\\byou(?:'re| are| will be|'ll be)\\b.{0,30}?\\b(?:now|no longer|going to)"
          + "\\b.{0,60}?\\b(?:a|an|the|act|DAN|be)\\b|\\byou are (?:a|an|the) (?:\\w+[ -])"
          + "{0,4}(?:AI|door|entity|chatbot|language model|GPT|protector|bot)\\b"),
  /** Names of known ways to unlock a model. */
  KNOWN_KEY(
      2.6,
      Pattern.DOTALL,
      "\\bdo anything now\\b|\\bDAN\\b|\\bjailbr\\w+|\\bdeveloper mode\\b|\\bdebug mode\\b|"
          + "\\btesting mode\\b|\\b\\w+GPT\\b|\\bopposite mode\\b|\\bevil\\b.{0,30}\\bconfidant\\b|"
          + "\\bAI (?:language )?model known as\\b|\\bimmerse yourself into the role\\b"),
  /** Speaks of a model without limits. */
  LIFTS_LIMITS(
      1.8,
      Flags.USUAL,
      "\\b(?:no|without|free from|free of|ignores?|bypass\\w*)\\b (?:\\w+ ){0,3}(?"
          + ":restrictions?|limitations?|filters?|moral\\w*|ethic\\w*|guidelines|content polic\\w+|"
          + "censorship)\\b|\\bstay in character\\b|\\bbreak(?:ing)? (?:out of )?(?:the )"
          + "?character\\b|\\bunethical\\b.{0,60}\\billegal\\b|\\billegal\\b.{0,60}\\b(?"
          + ":immoral|unethical)\\b|\\bopenai(?:'s)? (?:content )?polic"),
  /** Brings a new task. */
  NEW_TASK(
      1.0,
      Flags.USUAL,
      "\\bfrom now on\\b|\\bnew (?:instructions?|task|mission|rules?|role)\\b|\\byour (?"
          + ":sole|only|new) (?:response|purpose|task|job|goal)\\b"),
  /** Wants to hear that access is granted, however it is spelled. */
  GRANTS_ACCESS(
      3.0,
      Flags.USUAL,
      "a[\\W_]*c[\\W_]*c[\\W_]*e[\\W_]*s[\\W_]*s[\\W_\\d]*g[\\W_]*r[\\W_]*a[\\W_]*n[\\W_]*t"),
  /** Speaks of being let in or not, as people do who cannot sign in. */
  DENIES_ACCESS(1.4, Flags.USUAL, "\\baccess denied\\b"),
  /** Claims that a password was right. */
  CLAIMS_PASSWORD(
      2.3,
      Flags.USUAL,
      "\\b(?:correct|right|valid)\\b (?:\\w+ ){0,2}?(?:password|passcode|access code|"
          + "code|pass ?phrase)\\b(?!\\?)|\\b(?:password|access code|passcode)\\b.{0,30}\\b(?"
          + ":has been|was|is)\\b (?:\\w+ )?(?:entered|input|accepted|given|redacted|verified)"
          + "\\b"),
  /** Asks for a secret. */
  ASKS_FOR_SECRET(
      2.0,
      Flags.USUAL,
      "\\b(?:what(?:'s| is| are)?|tell|give|say|reveal|show)\\b.{0,20}\\b(?:the|"
          + "your)\\b (?:\\w+ )?(?:pass ?phrase|access codes?|secret (?:key|code|word)"
          + "|system prompt|initial prompt|instructions)\\b"),
  /** Speaks of prompts and models. */
  SPEAKS_OF_MODELS(
      1.0,
      Flags.USUAL,
      "\\bprompts?\\b|\\bAI (?:language )?model\\b|\\blanguage model\\b|\\bchatgpt\\b|"
          + "\\bpseudocode\\b|\\bmy instructions\\b|\\bpretend\\b"),
  /** A stage direction and no more: "(correct password)". */
  DIRECTION(1.2, Flags.USUAL, "^\\s*[(\\[{][^)\\]}]{5,120}[)\\]}]\\s*$");

  // Constants of an enum cannot see its own static fields.
  private static final class Flags {
    static final int USUAL = Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.MULTILINE;
  }

  private final double weight;
  private final Pattern pattern;

  Mark(double weight, int flags, String pattern) {
    this.weight = weight;
    this.pattern = Pattern.compile(pattern, flags);
  }

  double weight() {
    return weight;
  }

  boolean isIn(String text) {
    return pattern.matcher(text).find();
  }
}
