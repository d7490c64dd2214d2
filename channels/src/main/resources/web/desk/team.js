// The page where admins decide who belongs to the team.

import { el } from '/assets/dom.js';
import { Form } from './signin-form.js';
import { ROLES, role } from './signin-roles.js';
import { change, get, me } from './signin-server.js';
import { showTop, trouble } from './signin-top.js';

const byId = (id) => document.getElementById(id);
let self = '';

function options(chosen) {
  return ROLES.map(({ id, name }) => el('option', { value: id, selected: id === chosen ? '' : undefined }, name));
}

function explainRole() {
  byId('role-hint').textContent = role(byId('role').value).may;
}

async function invite(values) {
  const made = await change('/team/invitations', { email: values.email, role: values.role });
  byId('form').reset();
  explainRole();
  showLink(`A link for ${values.email}`, made);
}

function showLink(title, made) {
  byId('made-title').textContent = title;
  byId('made-lead').textContent =
    `Pass it on to that person only: it works once, for ${Math.round(made.expires_in / 3600)} hours, and is not shown again.`;
  byId('made-link').value = location.origin + made.path;
  byId('copied').textContent = '';
  byId('made').hidden = false;
  byId('made').focus();
}

async function copy() {
  byId('made-link').select();
  try {
    await navigator.clipboard.writeText(byId('made-link').value);
    byId('copied').textContent = 'Copied.';
  } catch {
    byId('copied').textContent = 'Copy it with your keyboard: it is selected.';
  }
}

function line(member) {
  const { id, name, email, active } = member;
  const who = el('div', { class: 'who' },
    el('p', { class: 'name', dir: 'auto' }, name, id === self ? el('span', { class: 'here' }, 'You') : null,
      active ? null : el('span', { class: 'out' }, 'Disabled')),
    el('p', { class: 'hint' }, email));
  const select = el('select', { 'aria-label': `Role of ${name}`, onchange: () => changeRole(member, select) }, ...options(member.role));
  const reset = active && el('button', { type: 'button', class: 'plain', 'aria-label': `Password link for ${name}`, onclick: () => resetLink(member) }, 'Password link');
  const toggle = active
    ? el('button', { type: 'button', class: 'plain danger', 'aria-label': `Disable ${name}`, onclick: () => disable(member) }, 'Disable')
    : el('button', { type: 'button', class: 'plain', 'aria-label': `Let ${name} in again`, onclick: () => setActive(member, true) }, 'Let in again');
  return el('li', active ? {} : { class: 'inactive' }, who, select, el('div', { class: 'acts' }, reset || null, toggle));
}

async function changeRole(member, select) {
  const wanted = role(select.value);
  const yes = await asked(`Make ${member.name} ${wanted.name.toLowerCase()}?`, `${wanted.may} They are signed out and have to sign in again.`, 'Change the role');
  if (yes) {
    await act(() => change(`/team/${member.id}/role`, { role: wanted.id }), `${member.name} is ${wanted.name.toLowerCase()} now.`);
  } else {
    select.value = member.role;
  }
}

async function disable(member) {
  if (await asked(`Disable ${member.name}?`, 'They are signed out at once and cannot sign in. What they wrote stays under their name.', 'Disable')) {
    await setActive(member, false);
  }
}

function setActive(member, active) {
  return act(() => change(`/team/${member.id}/active`, { active }), active ? `${member.name} may sign in again.` : `${member.name} is disabled.`);
}

async function resetLink(member) {
  await act(async () => showLink(`A new password for ${member.name}`, await change(`/team/${member.id}/reset-link`)), '');
}

async function act(doing, done) {
  trouble('');
  try {
    await doing();
    byId('told').textContent = done;
  } catch (fault) {
    trouble(fault.message);
    byId('trouble').scrollIntoView({ block: 'nearest' });
  }
  await members();
}

/** Whether the admin means it. */
function asked(title, text, yes) {
  byId('ask-title').textContent = title;
  byId('ask-text').textContent = text;
  byId('ask-yes').textContent = yes;
  byId('ask').returnValue = '';
  byId('ask').showModal();
  return new Promise((answer) => {
    byId('ask').addEventListener('close', () => answer(byId('ask').returnValue === 'yes'), { once: true });
  });
}

async function members() {
  try {
    const team = await get('/team');
    byId('members').replaceChildren(...team.members.map(line));
  } catch (fault) {
    trouble(fault.message);
  }
}

async function workspaces() {
  const { connectable, connected } = await get('/slack');
  byId('slack').hidden = !connectable;
  byId('workspaces').replaceChildren(...connected.map((name) => el('li', {}, el('p', { class: 'name', dir: 'auto' }, name))));
}

async function begin() {
  try {
    const caller = await me();
    self = caller.id;
    showTop(caller);
    await members();
    await workspaces();
  } catch (fault) {
    trouble(fault.message);
  }
}

byId('role').append(...options('AGENT'));
byId('role').addEventListener('change', explainRole);
byId('copy').addEventListener('click', copy);
byId('ask-yes').addEventListener('click', () => byId('ask').close('yes'));
byId('ask-no').addEventListener('click', () => byId('ask').close(''));
new Form(byId('form'), invite);
explainRole();
begin();
