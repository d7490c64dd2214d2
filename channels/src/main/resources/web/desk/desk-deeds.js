// What agents do to a case, with the questions that come first.

import { askReason, askTakeOver, askTime, askWhom } from './desk-dialogs.js';
import { get } from './signin-server.js';

const DEEDS = {
  claim: () => ({ path: 'claim', body: {} }),
  release: () => ({ path: 'release', body: {} }),
  handBack: () => ({ path: 'hand-back', body: {} }),
  snooze: async () => given(await askTime(), (until) => ({ path: 'snooze', body: { until } })),
  article: () => ({ path: 'article', body: {}, done: ({ title }) => `There is a draft of an article now: “${title}” No customer sees it before an author publishes it.` }),
  resolve: async () => given(await askReason(), (because) => ({ path: 'resolve', body: { because } })),
  assign: async (line, me) => {
    const names = (await get('/colleagues')).map(({ name }) => name);
    return given(await askWhom(names, me), (to) => ({ path: 'assign', body: { to, from: line.agent } }));
  },
  takeOver: async (line, me) => given(await askTakeOver(line.agent), () => ({ path: 'assign', body: { to: me, from: line.agent } })),
};

/**
 * What to send for an action on the case of that line: {path, body}, or undefined when it is given up;
 * where the page would not show what came of it, `done` puts that into words.
 */
export function deed(name, line, me) {
  return DEEDS[name](line, me);
}

function given(answer, then) {
  return answer === undefined ? undefined : then(answer);
}
