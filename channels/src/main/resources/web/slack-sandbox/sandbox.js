import { blocks, emoji, make, mrkdwn } from '/blocks.js';

const get = (id) => document.getElementById(id);
const view = { who: '', channel: '', thread: '', shown: '', modal: '' };
let state = { revision: -1, people: [], channels: [], messages: {}, whispers: {}, dialogs: {}, homes: {} };

async function act(act, more = {}) {
  const response = await fetch('/_act', {
    method: 'POST',
    body: JSON.stringify({ act, user: view.who, channel: view.channel, ...more }),
  });
  const answer = await response.json();
  if (answer.error) {
    say(`Slack refuses: ${answer.error}`);
  } else if (answer.status !== 200) {
    say(answer.status ? `The app answered ${answer.status}.` : 'The app does not answer.');
  }
  await look();
  return answer;
}

function say(words) {
  get('notice').textContent = words;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { get('notice').textContent = ''; }, 8000);
}

const names = () => {
  const all = { [state.bot]: 'Support' };
  for (const person of state.people) {
    all[person.id] = person.real_name;
  }
  return all;
};

function title(channel) {
  if (channel === 'home') {
    return 'Support — its own page';
  }
  const known = state.channels.find((c) => c.id === channel);
  return known?.name ? `# ${known.name}` : 'Support — direct messages';
}

function places() {
  const own = state.channels.find((c) => c.is_im && c.user === view.who);
  return [
    ...state.channels.filter((c) => c.name).map((c) => c.id),
    ...(own ? [own.id] : []),
    'home',
  ];
}

function message(m, inThread) {
  const known = names();
  const author = m.username || (m.bot_id ? 'Support' : known[m.user]) || 'Somebody';
  const icon = m.icon_emoji ? emoji(m.icon_emoji.replaceAll(':', '')) : m.bot_id ? '🛟' : '🙂';
  const when = new Date(Number(m.ts) * 1000).toLocaleTimeString([], { timeStyle: 'short' });
  const article = make('article', { className: m.whisper ? 'whisper' : '' },
    make('header', {}, make('span', { className: 'icon', ariaHidden: 'true' }, icon),
      make('strong', {}, author), make('time', {}, when), m.edited ? ' (edited)' : ''));
  if (m.whisper) {
    article.append(make('p', { className: 'only' }, 'Only visible to you'));
  }
  const use = (action, option) => act('use', { channel: m.channel ?? view.channel, ts: m.ts, action, text: option });
  article.append(...(m.blocks ? blocks(m.blocks, known, use) : m.text ? [mrkdwn(m.text, known)] : []));
  for (const file of m.files ?? []) {
    article.append(make('a', { className: 'file', href: `/_file?id=${file.id}`, download: file.name }, `📎 ${file.title}`));
  }
  for (const reaction of m.reactions ?? []) {
    article.append(make('span', { className: 'reaction' }, `${emoji(reaction.name)} ${reaction.users.length}`));
  }
  if (!m.whisper) {
    article.append(menu(m, inThread));
  }
  return article;
}

function menu(m, inThread) {
  const row = make('div', { className: 'menu' });
  const add = (label, onclick) => row.append(make('button', { type: 'button', onclick }, label));
  if (!inThread && view.channel !== 'home') {
    const replies = all().filter((other) => other.thread_ts === m.ts).length;
    add(replies ? `${replies} in the thread` : 'Reply in a thread', () => { view.thread = m.ts; draw(); get('reply').focus(); });
  }
  for (const name of ['eyes', 'white_check_mark', 'robot_face']) {
    add(emoji(name), () => act('react', { ts: m.ts, text: name }));
  }
  if (inThread && m.user === view.who) {
    add('Send to the customer', () => act('shortcut', { ts: m.ts, callback: 'send_to_customer' }));
  }
  if (m.user === view.who) {
    add('Edit', () => {
      const text = prompt('Change it to', m.text);
      if (text) {
        act('edit', { ts: m.ts, text });
      }
    });
    add('Delete', () => act('delete', { ts: m.ts }));
  }
  return row;
}

const all = () => state.messages[view.channel] ?? [];

const whispers = (root) => (state.whispers[view.who] ?? [])
  .filter((w) => w.channel === view.channel && (w.thread_ts ?? '') === root)
  .map((w) => ({ ...w, whisper: true }));

function list(into, items, inThread) {
  const atEnd = into.scrollHeight - into.scrollTop - into.clientHeight < 80;
  into.replaceChildren(...items.sort((a, b) => (a.ts < b.ts ? -1 : 1)).map((m) => message(m, inThread)));
  if (atEnd) {
    into.scrollTop = into.scrollHeight;
  }
}

function draw() {
  get('who').replaceChildren(...state.people.map((p) =>
    make('option', { value: p.id, selected: p.id === view.who }, p.real_name)));
  get('channels').replaceChildren(...places().map((id) => make('li', {}, make('button', {
    type: 'button',
    ariaCurrent: id === view.channel ? 'page' : null,
    onclick: () => go(id),
  }, title(id)))));
  get('place').textContent = title(view.channel);
  get('composer').hidden = view.channel === 'home';
  if (view.channel === 'home') {
    const home = state.homes[view.who];
    get('messages').replaceChildren(...(home ? blocks(home.blocks, names(), () => {}) : []));
  } else {
    const roots = all().filter((m) => !m.thread_ts || m.subtype === 'thread_broadcast');
    list(get('messages'), [...roots, ...whispers('')], false);
  }
  get('thread').hidden = !view.thread;
  if (view.thread) {
    const inside = all().filter((m) => m.ts === view.thread || m.thread_ts === view.thread);
    list(get('replies'), [...inside, ...whispers(view.thread)], true);
  }
  drawModal();
}

function drawModal() {
  const dialog = state.dialogs[view.who];
  const modal = get('modal');
  if (!dialog) {
    view.modal = '';
    modal.close();
    return;
  }
  if (view.modal === dialog.hash) {
    return;
  }
  view.modal = dialog.hash;
  const form = make('form', { method: 'dialog' }, make('h2', {}, dialog.title.text),
    ...blocks(dialog.blocks, names(), () => {}));
  const row = make('div', { className: 'actions' },
    make('button', { type: 'button', onclick: () => act('cancel') }, dialog.close?.text ?? 'Cancel'));
  if (dialog.submit) {
    row.append(make('button', { className: 'primary' }, dialog.submit.text));
  }
  form.append(row);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const values = {};
    for (const input of form.querySelectorAll('textarea, select')) {
      values[input.name] = input.value;
    }
    const answer = await act('submit', { values });
    const errors = answer.body?.startsWith('{') ? JSON.parse(answer.body).errors ?? {} : {};
    for (const [name, words] of Object.entries(errors)) {
      const input = form.querySelector(`#field-${CSS.escape(name)}`);
      input?.parentElement.querySelector('.wrong')?.replaceChildren(words);
    }
  };
  modal.replaceChildren(form);
  if (!modal.open) {
    modal.showModal();
  }
}

function go(id) {
  view.channel = id;
  view.thread = '';
  draw();
  if (id === 'home') {
    act('home', { channel: '' });
  }
}

async function send(input, thread) {
  const text = input.value.trim();
  if (!text) {
    return;
  }
  input.value = '';
  if (text.startsWith('/') && !thread && !text.startsWith('//')) {
    const [command, ...rest] = text.split(' ');
    const answer = await act('command', { command, text: rest.join(' ') });
    const said = answer.body?.startsWith('{') ? JSON.parse(answer.body).text : answer.body;
    get('messages').append(message({ ts: String(Date.now() / 1000), bot_id: 'B', text: said ?? '', whisper: true }, false));
    get('messages').scrollTop = get('messages').scrollHeight;
    return;
  }
  await act('write', { thread, text });
}

async function share(picker, thread) {
  const [file] = picker.files;
  if (!file) {
    return;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  let letters = '';
  for (const byte of bytes) {
    letters += String.fromCharCode(byte);
  }
  picker.value = '';
  await act('share', { thread, text: '', name: file.name, data: btoa(letters) });
}

get('file').onchange = () => share(get('file'), '');
get('reply-file').onchange = () => share(get('reply-file'), view.thread);

for (const [form, input, thread] of [['composer', 'text', () => ''], ['replier', 'reply', () => view.thread]]) {
  get(form).onsubmit = (event) => { event.preventDefault(); send(get(input), thread()); };
  get(input).onkeydown = (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send(get(input), thread());
    }
  };
}
get('who').onchange = () => { view.who = get('who').value; if (!places().includes(view.channel)) { view.channel = places()[0]; } view.thread = ''; draw(); };
get('close-thread').onclick = () => { view.thread = ''; draw(); };
get('modal').oncancel = (event) => { event.preventDefault(); act('cancel'); };
get('join').onclick = async () => {
  const name = prompt('What is their name?');
  const email = name && prompt('And their e-mail address? An agent has the address of an account at the desk.');
  if (email) {
    const answer = await act('person', { name, email });
    view.who = answer.body;
    draw();
  }
};

async function look() {
  try {
    const response = await fetch(`/_state?revision=${state.revision}`);
    const fresh = await response.json();
    if (fresh.people) {
      state = fresh;
      view.who ||= state.people[0]?.id ?? '';
      view.channel ||= places()[0];
      draw();
    }
  } catch {
    say('The stand-in does not answer.');
  }
}

await look();
setInterval(look, 500);
