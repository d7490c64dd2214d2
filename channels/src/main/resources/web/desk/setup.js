// The page that a link opens: it begins the team, lets somebody join it, or lets them choose a new password.

import { role } from './signin-roles.js';
import { Form } from './signin-form.js';
import { home, post } from './signin-server.js';

const byId = (id) => document.getElementById(id);
// In the fragment, which a browser does not send: no log has it.
const token = location.hash.slice(1);

const PAGES = {
  setup: () => ({
    title: 'Set up your team',
    lead: 'You will be its first admin, and can invite the others then.',
    send: 'Begin',
    fields: ['email', 'name'],
  }),
  join: (link) => ({
    title: 'Join the team',
    lead: `You are invited as ${role(link.role).name.toLowerCase()}.`,
    send: 'Join',
    fields: ['email', 'name'],
  }),
  reset: (link) => ({
    title: 'Choose a new password',
    lead: `For ${link.name}. Wherever you are signed in now, you will be signed out.`,
    send: 'Set the password',
    fields: ['email'],
  }),
};

function show(link) {
  const page = PAGES[link.purpose](link);
  say(page.title, page.lead);
  byId('send').textContent = page.send;
  byId('email-field').hidden = !page.fields.includes('email');
  byId('name-field').hidden = !page.fields.includes('name');
  if (link.email) {
    byId('email').value = link.email;
    byId('email').readOnly = true;
  }
  byId('form').hidden = false;
  new Form(byId('form'), (values) => go(link, values));
  [...byId('form').querySelectorAll('input')].find((field) => !field.readOnly && !field.closest('[hidden]')).focus();
}

async function go(link, values) {
  const caller = await post(`/links/${link.purpose}`, { ...values, token });
  location.replace(link.purpose === 'setup' ? '/desk/team' : home(caller));
}

function say(title, lead) {
  byId('title').textContent = title;
  byId('lead').textContent = lead;
  document.title = `${title} – Switchboard`;
  byId('main').setAttribute('aria-busy', 'false');
}

async function begin() {
  if (token === '') {
    say('The link is not complete', 'Copy all of it into the address line, to its very end.');
    return;
  }
  try {
    show(await post('/links/look', { token }));
  } catch (fault) {
    say('This link does not work', fault.message);
    byId('elsewhere').hidden = false;
  }
}

// Another link opened in the same tab changes nothing but the fragment.
window.addEventListener('hashchange', () => location.reload());
begin();
