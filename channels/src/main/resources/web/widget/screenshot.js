// One picture of the customer's screen.

import { el } from '/assets/dom.js';
import { drawn } from './shrink.js';

/** Takes the picture and shows it first: a file, or nothing when the customer would rather not. */
export async function screenshot(words) {
  const file = await picture();
  const url = URL.createObjectURL(file);
  const wanted = await confirmed(url, words);
  URL.revokeObjectURL(url);
  return wanted ? file : undefined;
}

async function picture() {
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: true });
  try {
    const video = el('video', { playsinline: '' });
    video.muted = true;
    video.srcObject = stream;
    await video.play();
    const canvas = el('canvas', { width: video.videoWidth, height: video.videoHeight });
    canvas.getContext('2d').drawImage(video, 0, 0);
    return await drawn(canvas, 'image/png', 'screenshot.png');
  } finally {
    stream.getTracks().forEach((track) => track.stop());
  }
}

function confirmed(url, words) {
  const close = (value) => () => dialog.close(value);
  const dialog = el('dialog', { class: 'preview', 'aria-label': words('screenshot') },
    el('img', { src: url, alt: words('image', { name: '' }) }),
    el('div', { class: 'actions' },
      el('button', { type: 'button', class: 'strong', onclick: close('yes') }, words('attachOne')),
      el('button', { type: 'button', class: 'plain', onclick: close('') }, words('cancel'))));
  // Escape closes the picture only.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
