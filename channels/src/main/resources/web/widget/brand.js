// The shop's own colour, kept readable.

const READABLE = 4.5;
const WHITE = [255, 255, 255];
const BLACK = [0, 0, 0];

/**
 * Dresses the page in the colour, #rrggbb. Where text is written on it or in it, it is shifted until
 * the contrast is at least 4.5 to 1. Returns {brand, onBrand}, or undefined when it is no colour.
 */
export function dress(hex, root = document.documentElement) {
  const colour = parse(hex);
  if (colour === undefined) {
    return undefined;
  }
  const style = getComputedStyle(root);
  const grounds = ['--paper', '--raised', '--sunken'].map((name) => parse(style.getPropertyValue(name).trim()));
  const wash = mix(colour, grounds[1], 0.88);
  const ink = readable(colour, [...grounds, wash]);
  const onBrand = on(colour);
  const colours = { '--brand': colour, '--on-brand': onBrand, '--accent': ink, '--accent-ink': ink, '--accent-wash': wash, '--on-accent': on(ink) };
  Object.entries(colours).forEach(([name, value]) => root.style.setProperty(name, print(value)));
  return { brand: print(colour), onBrand: print(onBrand) };
}

/** Black or white: one of them can always be read. */
export function on(colour) {
  return contrast(colour, WHITE) >= READABLE ? WHITE : BLACK;
}

/** The colour, shifted until it can be read on each of the grounds. */
export function readable(colour, grounds) {
  const away = luminance(grounds[0]) > 0.18 ? BLACK : WHITE;
  for (let share = 0; share < 1; share += 0.04) {
    const shifted = mix(colour, away, share);
    if (grounds.every((ground) => contrast(shifted, ground) >= READABLE)) {
      return shifted;
    }
  }
  return away;
}

/** From 1, the same, to 21, black on white. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

export function parse(hex) {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex ?? '')?.[1];
  const pairs = digits?.length === 3 ? [...digits].map((digit) => digit + digit) : digits?.match(/../g);
  return pairs?.map((pair) => parseInt(pair, 16));
}

function mix(from, to, share) {
  return from.map((value, index) => Math.round(value + (to[index] - value) * share));
}

function luminance(colour) {
  const [r, g, b] = colour.map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function print(colour) {
  return `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
