// The words of the widget in the customer's language.

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ja', 'ar'];

/**
 * The words of the first language wanted that there is: a function from a name and values to put in,
 * with `tag`, the language, and `dir`, the direction it is written in.
 */
export async function words(wanted) {
  const tag = wanted.map((each) => each.toLowerCase().split('-')[0]).find((each) => LANGUAGES.includes(each)) ?? 'en';
  const { default: texts } = await import(`./lang-${tag}.js`);
  const say = (name, values = {}) => texts[name].replace(/\{(\w+)\}/g, (_, value) => values[value]);
  return Object.assign(say, { tag, dir: tag === 'ar' ? 'rtl' : 'ltr', reword: (own) => reword(texts, own) });
}

/** Puts the words where the page names them. */
export function label(page, say) {
  page.documentElement.lang = say.tag;
  page.documentElement.dir = say.dir;
  page.title = say('title');
  page.querySelectorAll('[data-say]').forEach((each) => (each.textContent = say(each.dataset.say)));
  page.querySelectorAll('[data-label]').forEach((each) => each.setAttribute('aria-label', say(each.dataset.label)));
  page.querySelectorAll('[data-hint]').forEach((each) => each.setAttribute('placeholder', say(each.dataset.hint)));
}

/** The team's own words, where there are any; an empty one removes nothing. */
function reword(texts, own) {
  Object.entries(own)
    .filter(([name, text]) => Object.hasOwn(texts, name) && typeof text === 'string' && text.trim() !== '')
    .forEach(([name, text]) => (texts[name] = text));
}
