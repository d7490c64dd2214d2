// The page where people see to their own account.

import { el } from '/assets/dom.js';
import { Form } from './signin-form.js';
import { role } from './signin-roles.js';
import { change, get, goOnAs, me, signIn } from './signin-server.js';
import { showTop, trouble } from './signin-top.js';

const byId = (id) => document.getElementById(id);
const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
// What comes first counts: most browsers also name those that they descend from.
const BROWSERS = [['Edg', 'Edge'], ['OPR', 'Opera'], ['Firefox', 'Firefox'], ['Chrome', 'Chrome'], ['Safari', 'Safari']];
const SYSTEMS = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS', 'macOS'], ['Linux', 'Linux']];

function facts(caller) {
  const rows = [['Name', caller.name], ['Email', caller.email], ['Role', role(caller.role).name]];
  byId('facts').replaceChildren(
    ...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', { dir: 'auto' }, value)]),
  );
  byId('email').value = caller.email;
}

function browser(text) {
  const named = (names) => names.find(([sign]) => text.includes(sign))?.[1];
  return [named(BROWSERS) ?? 'A browser', named(SYSTEMS)].filter(Boolean).join(' on ');
}

function line(session) {
  const name = el('span', { class: 'device', title: session.browser }, browser(session.browser));
  const here = session.current ? el('span', { class: 'here' }, 'This browser') : null;
  const times = `${session.place} · since ${WHEN.format(session.opened_at)}, last used ${WHEN.format(session.seen_at)}`;
  return el('li', {}, el('p', {}, name, here), el('p', { class: 'hint' }, times));
}

async function sessions() {
  const found = await get('/account/sessions');
  byId('sessions').replaceChildren(...found.sessions.map(line));
}

async function changePassword({ current, password }) {
  byId('done').textContent = '';
  goOnAs(await change('/account/password', { current, password }));
  byId('form').reset();
  byId('done').textContent = 'Your password is changed. All other browsers are signed out.';
  await sessions();
}

async function everywhere() {
  try {
    await change('/account/sign-out-everywhere');
    signIn();
  } catch (fault) {
    trouble(fault.message);
  }
}

async function begin() {
  try {
    const caller = await me();
    showTop(caller);
    facts(caller);
    await sessions();
  } catch (fault) {
    trouble(fault.message);
  }
}

new Form(byId('form'), changePassword);
byId('everywhere').addEventListener('click', everywhere);
begin();
