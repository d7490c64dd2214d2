// Light or dark: as the system has it, or as the page around wants it.

const DARK = '(prefers-color-scheme: dark)';

const rules = [...document.styleSheets]
  .flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === DARK);

/** `theme` is light, dark, or anything else for the system's; colours stand in one place only. */
export function theme(wanted) {
  const media = { light: 'not all', dark: 'all' }[wanted] ?? DARK;
  rules.forEach((rule) => (rule.media.mediaText = media));
  document.documentElement.style.colorScheme = ['light', 'dark'].includes(wanted) ? wanted : '';
}

/** Calls `changed` when the system's choice changes. */
export function onSystemTheme(changed) {
  matchMedia(DARK).addEventListener('change', changed);
}
