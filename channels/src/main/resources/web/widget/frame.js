// Puts the chat together.

import { Composer } from '/assets/composer.js';
import { el } from '/assets/dom.js';
import { dress } from './brand.js';
import { letter } from './cards.js';
import { Conversation } from './conversation.js';
import { download } from './download.js';
import { Files } from './files.js';
import { host as hosted } from './host.js';
import { Live } from './live.js';
import { Menu } from './menu.js';
import { backoff, Pause } from './pause.js';
import { Refused, Server } from './server.js';
import { onSystemTheme, theme } from './theme.js';
import { Transcript } from './transcript.js';
import { ulid } from './ulid.js';
import { Unread } from './unread.js';
import { View } from './view.js';
import { label, words as wordsFor } from './words.js';

// What the server says of itself; here it is said in the customer's language.
const UNTRANSLATED = 'You are talking to an automated assistant, not a person.';

const byId = (id) => document.getElementById(id);

const host = hosted();
const boot = await host.hello();
const words = await wordsFor([boot.locale ?? [], navigator.languages].flat());
const visit = { resume: boot.resume, locale: words.tag, jwt: boot.user?.jwt, attributes: boot.attributes };
const server = new Server(visit, (resume) => host.send('keep', { resume }));
const live = new Live(byId('live'));
const transcript = new Transcript(byId('log'), byId('newer'));
let features = {};
let availability;
let brand;

const acts = {
  choose: (reply) => {
    conversation.send(reply);
    byId('text').focus();
  },
  retry: (item) => {
    conversation.retry(item);
    byId('text').focus();
  },
  earlier: () => conversation.earlier(),
  confirm: (proposal, wanted) => conversation.wishes.answer(proposal, wanted),
  judge: (message, value, comment) => conversation.wishes.feedback(message, value, comment),
  link: (seq, file) => conversation.wishes.link(seq, file),
  rate: (score, comment) => conversation.wishes.rate(score, comment),
  arrived,
};
const view = new View(transcript, live, words, { log: byId('log'), state: byId('state'), person: byId('person') }, acts);
const conversation = new Conversation(server, view, host);
const unread = new Unread(host, boot.open, () => conversation.read());
const composer = new Composer(byId('composer'), byId('text'), byId('send'), byId('counter'), (text) => conversation.send(text, files.take()),
  (left) => words(left >= 0 ? 'charactersLeft' : 'charactersOver', { n: Math.abs(left) }));
const parts = ['files', 'text', 'attach', 'chooser', 'voice', 'composer'].map((id) => [id, byId(id)]);
const files = new Files(Object.fromEntries(parts), server, words, composer, trouble);
new Menu(byId('more'), byId('menu'), words, [
  { name: 'startNew', act: startNew, offered: () => conversation.begun && conversation.free },
  { name: 'screenshot', act: () => files.picture(), offered: () => files.canPicture },
  { name: 'download', act: save, offered: () => conversation.begun && features.transcript !== false },
  { name: 'letter', act: write, offered: () => features.cases },
  { name: 'end', act: () => conversation.wishes.end().catch(() => trouble()), offered: () => conversation.begun },
]);

const begun = begin();
show();
listen();

function show() {
  label(document, words);
  byId('name').textContent = words('title');
  byId('notice').textContent = words('notice');
  byId('close').hidden = host.alone;
  // Somebody may have begun to write before all of this was here.
  composer.put(composer.draft || (boot.draft ?? ''));
  theme(boot.theme);
  online();
  opened({ open: boot.open });
}

function listen() {
  host.on('visible', opened);
  host.on('theme', (wanted) => {
    theme(wanted.theme);
    colour();
  });
  host.on('attributes', (attributes) => (visit.attributes = attributes));
  host.on('new', async ({ text }) => {
    composer.put(text);
    await begun;
    if (conversation.begun && conversation.free) {
      await startNew();
    }
    byId('text').focus();
  });
  host.on('again', again);
  // The same customer has begun in another tab.
  host.on('elsewhere', () => conversation.begun || conversation.sending || again());
  onSystemTheme(colour);
  window.addEventListener('online', online);
  window.addEventListener('offline', online);
  byId('close').addEventListener('click', () => host.send('close'));
  byId('person').addEventListener('click', person);
  byId('text').addEventListener('input', () => conversation.typing());
  byId('text').addEventListener('keydown', keys);
  document.addEventListener('keydown', (event) => event.key === 'Escape' && !event.isComposing && host.send('close'));
}

function again() {
  host.send('draft', { text: composer.draft });
  location.reload();
}

/** Until the server is reached; what is written meanwhile waits in the outbox. */
async function begin() {
  const pause = new Pause();
  window.addEventListener('online', () => pause.wake());
  for (let attempt = 0; ; attempt++) {
    try {
      const known = (await server.open()).conversation;
      if (known?.id) {
        conversation.adopt(known.id);
      }
      configured(await server.get('/config'));
      if (known?.id) {
        await conversation.resume(known);
        unread.look();
      }
      return;
    } catch (fault) {
      if (fault instanceof Refused && fault.unknown) {
        // Asking again would not help; the page around has to say who it is.
        trouble('identity');
        host.raise('error', { code: fault.code });
        return;
      }
      await pause.wait(backoff(attempt));
    }
  }
}

function configured(config) {
  features = config.features ?? {};
  availability = config.availability;
  words.reword(config.texts ?? {});
  label(document, words);
  byId('name').textContent = config.name || words('title');
  byId('notice').textContent = notice(config.ai_notice);
  acts.judge = features.feedback === false ? undefined : acts.judge;
  acts.rate = features.csat === false ? undefined : acts.rate;
  brand = config.brand;
  colour();
  if (byId('log').childElementCount === 0) {
    welcome();
  }
  files.offer(features.attachments === true, features.voice === true);
  acts.speech = features.speech === true ? (seq) => conversation.wishes.speech(seq) : undefined;
}

/** The team's own words, if there are any; there is no way to have none. */
function notice(own) {
  return own?.trim() && own !== UNTRANSLATED ? own : words('notice');
}

function welcome() {
  byId('log').append(el('p', { class: 'note welcome', dir: 'auto' }, words('welcome')));
  const away = { busy: 'teamBusy', offline: 'teamAway', away: 'teamAway' }[availability];
  if (away) {
    const letter = el('button', { type: 'button', class: 'plain', onclick: write }, words('letter'));
    byId('log').append(el('p', { class: 'note', dir: 'auto' }, words(away)), features.cases ? letter : '');
  }
}

function colour() {
  const look = dress(brand);
  if (look) {
    host.send('look', look);
  }
}

function opened({ open }) {
  unread.opened(open);
  // Not on a phone, where the keyboard would cover the conversation.
  if (open && !host.alone) {
    (matchMedia('(hover: hover)').matches ? byId('text') : byId('name')).focus();
  }
}

function arrived(message, fresh) {
  if (fresh) {
    host.raise('message', { author: message.author.type });
  }
  if (fresh || (boot.read > 0 && message.seq > boot.read)) {
    unread.arrived();
  }
}

async function person() {
  byId('text').focus();
  await conversation.escalate(words('wantPerson')).catch(() => trouble());
}

async function startNew() {
  try {
    await conversation.startNew();
    welcome();
  } catch {
    trouble();
  }
  byId('text').focus();
}

async function save() {
  try {
    download(await conversation.wishes.transcript(), 'transcript.txt');
  } catch {
    trouble();
  }
}

function write() {
  // The same letter, however often it has to be sent.
  const id = ulid();
  const card = letter(words, boot.user?.email, async (email, text) => {
    const { conversation_id: opened } = await server.post('/cases', { email, text, client_message_id: id });
    conversation.join(opened);
  });
  transcript.note(card);
  transcript.toEnd();
  card.querySelector('input').focus();
}

function trouble(why = 'tryLater') {
  transcript.note(el('p', { class: 'note', role: 'alert' }, words(why)));
}

function keys(event) {
  if (byId('text').value !== '' || event.isComposing) {
    return;
  }
  if (event.key === 'ArrowUp') {
    const failed = view.takeBack();
    composer.put(failed?.text ?? '');
    files.restore(failed?.attachments ?? []);
  } else if (event.key === 'PageUp' || event.key === 'PageDown') {
    event.preventDefault();
    transcript.scroll(event.key === 'PageUp' ? -1 : 1);
  }
}

function online() {
  byId('offline').hidden = navigator.onLine;
}
