// Files in a message.

import { el, icon } from '/assets/dom.js';

export const FILE = 'M13 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V9l-6-6ZM13 3v6h6';
export const CROSS = 'M6 6l12 12M18 6 6 18';

/** The files of a message, each as it is best seen or heard; nothing when there are none. */
export function attached(files, words) {
  return files?.length > 0 ? el('ul', { class: 'attached' }, ...files.map((file) => el('li', {}, shown(file, words)))) : undefined;
}

function shown(file, words) {
  const { url, name } = file;
  if (!ours(url)) {
    return el('bdi', {}, name);
  }
  switch (file.kind) {
    case 'image':
      return link(file, el('img', { src: url, alt: words('image', { name }), width: file.width, height: file.height, loading: 'lazy' }));
    case 'audio':
      return el('audio', { controls: '', preload: 'none', src: url, 'aria-label': name });
    default:
      return link(file, icon(FILE), el('bdi', { class: 'file-name' }, name), el('span', { class: 'status' }, size(file.size, words)));
  }
}

function link({ url, name }, ...content) {
  return el('a', { class: 'file', href: url, download: name, target: '_blank', rel: 'noopener' }, ...content);
}

/** Only what this server keeps, or this page made itself, is ever loaded. */
function ours(url) {
  return URL.canParse(url, location.href) && new URL(url, location.href).origin === location.origin;
}

/** Bytes as people read them. */
export function size(bytes, words) {
  const [unit, n] = bytes < 1_000_000 ? ['kilobyte', Math.ceil(bytes / 1000)] : ['megabyte', bytes / 1_000_000];
  return new Intl.NumberFormat(words.tag, { style: 'unit', unit, maximumFractionDigits: 1 }).format(n);
}
