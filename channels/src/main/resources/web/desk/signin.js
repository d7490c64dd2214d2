// The page where people sign in.

import { Form } from './signin-form.js';
import { home, post } from './signin-server.js';

const byId = (id) => document.getElementById(id);

new Form(byId('form'), async ({ email, password }) => {
  try {
    location.replace(home(await post('/sign-in', { email, password })));
  } catch (fault) {
    byId('password').value = '';
    byId('password').focus();
    throw fault;
  }
});
byId('email').focus();
