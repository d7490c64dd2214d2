// What became of connecting a workspace of Slack. Whoever comes back from there has the page in the
// address, and may not be signed in as far as this request shows: browsers keep that to themselves.

const OUTCOMES = {
  connected: ['The workspace is connected', 'Its people can write to the app now.'],
  denied: ['Not connected', 'Nobody agreed to it in Slack. Nothing has changed.'],
  expired: ['Not connected', 'That way was gone before, took more than ten minutes, or began in another browser. Begin again on the team\u2019s page.'],
  unreachable: ['Not connected', 'Slack does not answer at the moment. Begin again in a few minutes.'],
  refused: ['Not connected', 'Slack refuses. Check the client id, the client secret and the redirect URL; the server\u2019s log says more.'],
  organisation: ['Not connected', 'The app was installed for a whole organisation. Install it in one workspace.'],
  rotation: ['Not connected', 'The app has token rotation switched on, and its tokens would end in hours. Switch it off in the app\u2019s settings.'],
};

const [title, words] = OUTCOMES[location.hash.slice(1)] ?? ['Slack', 'There is nothing to tell here.'];
document.getElementById('title').textContent = title;
document.getElementById('words').textContent = words;
