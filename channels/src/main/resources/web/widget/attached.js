// Files in a message.

import { el, icon } from '/assets/dom.js';

export const FILE = 'M13 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V9l-6-6ZM13 3v6h6';
export const CROSS = 'M6 6l12 12M18 6 6 18';

// The server's links are good for ten minutes.
const GOOD_MS = 540_000;

/**
 * The files of a message, each as it is best seen or heard; nothing when there are none. `renew(id)`
 * resolves to another link for a file, as those of the server do not last.
 */
export function attached(files, words, renew) {
  return files?.length > 0 ? el('ul', { class: 'attached' }, ...files.map((file) => el('li', {}, shown(file, words, renew)))) : undefined;
}

function shown(file, words, renew) {
  const { url, name } = file;
  const again = async ({ currentTarget: element }) => {
    element.removeEventListener('error', again);
    element.src = await renew(file.attachment_id);
  };
  if (!ours(url)) {
    return el('bdi', {}, name);
  }
  switch (file.kind) {
    case 'image':
      return link(file, renew, el('img', { onerror: again, src: url, alt: words('image', { name }), width: file.width, height: file.height, loading: 'lazy' }));
    case 'audio':
      return el('audio', { onerror: again, controls: '', preload: 'none', src: url, 'aria-label': name });
    default:
      return link(file, renew, icon(FILE), el('bdi', { class: 'file-name' }, name), el('span', { class: 'status' }, size(file.size, words)));
  }
}

function link({ url, name, attachment_id: id }, renew, ...content) {
  let made = performance.now();
  const follow = async (event) => {
    if (url.startsWith('/') && performance.now() - made > GOOD_MS) {
      event.preventDefault();
      a.href = await renew(id);
      made = performance.now();
      a.click();
    }
  };
  const a = el('a', { class: 'file', href: url, download: name, target: '_blank', rel: 'noopener', onclick: follow }, ...content);
  return a;
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
