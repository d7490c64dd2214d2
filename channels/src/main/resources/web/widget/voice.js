// Records a voice note.

import { el } from '/assets/dom.js';

const LONGEST_S = 120;
const ENDINGS = { 'audio/webm;codecs=opus': 'webm', 'audio/mp4': 'm4a', 'audio/ogg;codecs=opus': 'ogg' };

/** Whether this browser can. */
export function canRecord() {
  return 'MediaRecorder' in window && navigator.mediaDevices !== undefined;
}

/**
 * Records in place of the form until the customer is done, or two minutes are over. Resolves to a
 * file, or to nothing when they would rather not; rejects when there is no microphone for us.
 */
export async function record(form, words) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const type = Object.keys(ENDINGS).find((each) => MediaRecorder.isTypeSupported(each));
  const recorder = new MediaRecorder(stream, { mimeType: type });
  const bar = new Bar(words, () => recorder.state === 'inactive' || recorder.stop());
  const meter = new Meter(stream, bar.level);
  form.hidden = true;
  form.before(bar.element);
  try {
    const pieces = await recorded(recorder, bar);
    // Without its codecs: a plain type is what others understand.
    const plain = type?.split(';')[0];
    return bar.wanted ? new File(pieces, `voice-note.${ENDINGS[type] ?? 'webm'}`, { type: plain }) : undefined;
  } finally {
    meter.stop();
    bar.stop();
    stream.getTracks().forEach((track) => track.stop());
    form.hidden = false;
  }
}

function recorded(recorder, bar) {
  return new Promise((resolve, reject) => {
    const pieces = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.onstop = () => resolve(pieces);
    recorder.onerror = reject;
    recorder.start();
    bar.start();
  });
}

/** What is seen meanwhile: the time, how loud it is, and two ways to end it. */
class Bar {
  wanted = true;
  level = el('span', { class: 'level-filled' });
  #time = el('span', { class: 'clock' }, clock(0));
  #done;
  #stop;
  #ticks;

  constructor(words, stop) {
    this.#stop = stop;
    this.#done = el('button', { type: 'button', class: 'strong', onclick: stop }, words('done'));
    this.element = el('div', { class: 'recorder', role: 'group', 'aria-label': words('record'), onkeydown: (event) => this.#key(event) },
      el('span', { class: 'hidden', role: 'status' }, words('recording')),
      this.#time,
      el('span', { class: 'level', 'aria-hidden': true }, this.level),
      el('button', { type: 'button', class: 'plain', onclick: () => this.#cancel() }, words('cancel')),
      this.#done);
  }

  start() {
    const began = performance.now();
    this.#done.focus();
    this.#ticks = setInterval(() => {
      const seconds = (performance.now() - began) / 1000;
      this.#time.textContent = clock(seconds);
      if (seconds >= LONGEST_S) {
        this.#stop();
      }
    }, 200);
  }

  stop() {
    clearInterval(this.#ticks);
    this.element.remove();
  }

  #cancel() {
    this.wanted = false;
    this.#stop();
  }

  #key(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.#cancel();
    }
  }
}

/** Shows how loud it is, so that a dead microphone is noticed. */
class Meter {
  #context = new AudioContext();
  #next;

  constructor(stream, filled) {
    const analyser = this.#context.createAnalyser();
    const samples = new Float32Array(analyser.fftSize);
    this.#context.createMediaStreamSource(stream).connect(analyser);
    const draw = () => {
      analyser.getFloatTimeDomainData(samples);
      filled.style.inlineSize = `${Math.min(100, 200 * Math.max(...samples.map(Math.abs)))}%`;
      this.#next = requestAnimationFrame(draw);
    };
    draw();
  }

  stop() {
    cancelAnimationFrame(this.#next);
    this.#context.close();
  }
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
