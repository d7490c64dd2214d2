// What a conversation's state means, in words.

/** The line that stands above the conversation; empty while the assistant has it. */
export function statement({ state, queue, agent }, words) {
  switch (state) {
    case 'queued':
      return waiting(queue, words);
    case 'human':
      return words('withPerson', { name: agent?.name || words('agent') });
    case 'resolved':
      return words('resolved');
    case 'closed':
      return words('closed');
    default:
      return '';
  }
}

/** What to note in the conversation when its state changes; empty when nothing. */
export function note(before, now, words) {
  const name = (now.agent ?? before.agent)?.name || words('agent');
  switch (`${before.state} ${now.state}`) {
    case 'bot queued':
    case 'resolved queued':
      return words('passedOn');
    case 'human queued':
      return words('left', { name });
    case 'human bot':
    case 'queued bot':
      return before.state === 'human' ? words('handedBack', { name }) : words('assistantAgain');
    default:
      return now.state === 'human' && (before.state !== 'human' || before.agent?.name !== now.agent?.name)
        ? words('joined', { name }) : '';
  }
}

function waiting(queue, words) {
  const place = queue?.position ? words('place', { n: queue.position }) : words('looking');
  const minutes = queue?.eta_s ? words('wait', { n: Math.max(1, Math.round(queue.eta_s / 60)) }) : '';
  return `${place} ${minutes}`.trim();
}
