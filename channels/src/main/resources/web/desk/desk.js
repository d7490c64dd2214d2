// Puts the desk together.

import { el } from '/assets/dom.js';
import { Live } from '/widget/assets/live.js';
import { backoff, Pause } from '/widget/assets/pause.js';
import { Board, VIEWS } from './desk-board.js';
import { Case } from './desk-case.js';
import { deed } from './desk-deeds.js';
import { showKeys, showLetters } from './desk-dialogs.js';
import { Keys } from './desk-keys.js';
import { List } from './desk-list.js';
import { nothing, toast } from './desk-notices.js';
import { events } from './desk-server.js';
import { DeskStream } from './desk-stream.js';
import { tick } from './desk-time.js';
import { change, get, me as whoever, signIn, UNREACHED } from './signin-server.js';

const byId = (id) => document.getElementById(id);
const SETTLED_MS = 150;

const live = new Live(byId('live'));
const texts = new Map();
let me;
let board;
let list;
let stream;
let open;
let wanted = '';
let settling;

async function begin() {
  try {
    me = await reached(whoever);
  } catch (fault) {
    byId('case').replaceChildren(nothing('The desk cannot be shown', fault.message));
    return;
  }
  board = new Board(me.name);
  const parts = { views: byId('views'), lines: byId('lines'), none: byId('no-lines'), found: byId('found'), search: byId('search') };
  list = new List(board, me.name, parts, viewed);
  byId('me').replaceChildren(el('span', { class: 'avatar', 'aria-hidden': true }, initials(me.name)), el('span', { class: 'me-name', dir: 'auto' }, me.name));
  byId('me').setAttribute('aria-label', `${me.name}, your account`);
  byId('me').hidden = false;
  window.addEventListener('hashchange', shown);
  setInterval(tick, 1_000);
  shown();
  stream = new DeskStream(listen, happened, connected);
}

/** Asks until there is a server to answer; what it answers may be a refusal. */
async function reached(ask) {
  const pause = new Pause();
  window.addEventListener('online', () => pause.wake());
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask();
    } catch (fault) {
      if (fault.code !== UNREACHED) {
        throw fault;
      }
      connected(false);
      await pause.wait(backoff(attempt));
    }
  }
}

// ---- what the server tells ----

function listen(signal) {
  return events({ shown: open?.id ?? '', after: open?.after ?? 0, revision: board.revision }, signal);
}

function happened({ event, data }) {
  switch (event) {
    case 'list':
      listed(data);
      break;
    case 'turn':
      open?.add(data);
      if (data.author === 'customer') {
        live.say('The customer wrote');
      }
      break;
    case 'case':
      open?.update(data);
      seen();
      break;
    case 'typing':
      open?.writing(data);
      break;
    case 'signed-out':
      signIn();
      break;
    default:
  }
}

function listed(data) {
  const before = board.calls(VIEWS[0]);
  board.take(data);
  const now = board.calls(VIEWS[0]);
  if (now > before) {
    live.say(now === 1 ? 'One case is waiting' : `${now} cases are waiting`);
  }
  byId('undelivered').hidden = board.undelivered === 0;
  byId('undelivered').textContent = `${board.undelivered} not delivered`;
  list.show();
  title();
  if (list.view.id === 'done') {
    viewed(list.view);
  }
}

function connected(on) {
  byId('link').dataset.link = on ? 'live' : 'lost';
  byId('link').textContent = on ? 'Live' : 'Connection lost';
  byId('offline').hidden = on;
}

async function viewed(view) {
  if (view.id === 'done') {
    const { cases } = await get('/cases/done').catch(() => ({ cases: [] }));
    board.done = cases;
    list.show();
  }
}

function title() {
  const calls = VIEWS.reduce((sum, view) => sum + board.calls(view), 0);
  document.title = `${calls > 0 ? `(${calls}) ` : ''}Desk – Switchboard`;
}

// ---- the case that is shown ----

/** Shows the case that the address names; who walks through the list loads only where they stay. */
function shown() {
  wanted = decodeURIComponent(location.hash.slice(1));
  list.current = wanted;
  byId('panes').classList.toggle('with-case', wanted !== '');
  clearTimeout(settling);
  if (wanted === '') {
    leave(nothing('No case is open', 'Choose one on the left, or press J for the next.'));
  } else {
    settling = setTimeout(() => load(wanted), open === undefined ? 0 : SETTLED_MS);
  }
}

function leave(element) {
  byId('case').replaceChildren(element);
  if (open !== undefined) {
    open = undefined;
    stream.restart();
  }
}

async function load(id) {
  try {
    const whole = await get(`/cases/${encodeURIComponent(id)}`);
    if (id === wanted) {
      show(id, whole);
    }
  } catch (fault) {
    if (id === wanted) {
      leave(nothing('The case cannot be shown', fault.message,
        el('button', { type: 'button', class: 'button', onclick: () => load(id) }, 'Try again')));
    }
  }
}

function show(id, whole) {
  const path = `/cases/${encodeURIComponent(id)}`;
  if (!texts.has(id)) {
    texts.set(id, { reply: '', note: '' });
  }
  open = new Case(byId('case'), whole, me.name, does, {
    send: async (mode, key, text) => {
      const said = await change(`${path}/${mode}`, { key, text });
      if (open?.id === id) {
        open.add(said);
      }
    },
    typing: (on) => change(`${path}/typing`, { typing: on }).catch(() => {}),
    suggestions: () => get(`${path}/suggestions`),
    translate: async (text, whom) => (await change(`${path}/translation`, { text, for: whom })).text,
    earlier: (before) => get(`${path}/turns?before=${before}`),
  }, texts.get(id));
  list.reveal(open.line);
  seen();
  stream.restart();
}

function seen() {
  if (open !== undefined && document.visibilityState === 'visible') {
    board.see(open.id, open.line.asked);
    list.show();
    title();
  }
}

// ---- what agents do ----

async function does(name) {
  const { id, line } = open;
  try {
    const wish = await deed(name, line, me.name);
    if (wish === undefined) {
      return;
    }
    const answer = await change(`/cases/${encodeURIComponent(id)}/${wish.path}`, wish.body);
    if (wish.done !== undefined) {
      toast(byId('toasts'), wish.done(answer), 'done');
    }
  } catch (fault) {
    toast(byId('toasts'), fault.message);
  }
  await again(id);
}

/** Shows at once what has become of the case; the list follows by itself. */
async function again(id) {
  const whole = await get(`/cases/${encodeURIComponent(id)}`).catch(() => undefined);
  if (whole !== undefined && open?.id === id) {
    whole.turns.forEach((said) => open.add(said));
    open.update(whole.case);
    if (!byId('case').contains(document.activeElement)) {
      byId('case').focus();
    }
  }
}

function press(name) {
  if (open?.offers(name)) {
    does(name);
  }
}

function go(step) {
  const id = list.next(step);
  if (id !== undefined) {
    location.hash = id;
  }
}

const keys = new Keys({
  j: () => go(1),
  k: () => go(-1),
  c: () => press('claim'),
  r: () => open?.composer.write('reply'),
  n: () => open?.composer.write('note'),
  g: () => open?.composer.suggest(),
  s: () => press('snooze'),
  a: () => press('assign'),
  b: () => press('handBack'),
  e: () => press('resolve'),
  '/': () => byId('search').focus(),
  '?': () => showKeys(keys),
  Escape: () => (location.hash = ''),
});

byId('keys').addEventListener('click', () => showKeys(keys));
byId('search').addEventListener('keydown', (event) => event.key === 'Escape' && byId('search').blur());
document.addEventListener('visibilitychange', seen);
byId('undelivered').addEventListener('click', async () => {
  try {
    const letters = await get('/dead-letters');
    await showLetters(letters, retry, (letter) => (location.hash = letter.case));
  } catch (fault) {
    toast(byId('toasts'), fault.message);
  }
});

async function retry(letter) {
  try {
    await change(`/dead-letters/${encodeURIComponent(letter.case)}/${letter.seq}/retry`);
    return 'It is on its way again.';
  } catch (fault) {
    return fault.message;
  }
}

function initials(name) {
  return name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? '').join('').toUpperCase();
}

begin();
