// Words for what the server names.

/** The name of a language; empty when it is unknown. */
export function language(tag) {
  if (tag === 'und' || tag === '') {
    return '';
  }
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(tag);
  } catch {
    return tag;
  }
}

const FACTS = { email: 'E-mail', date: 'Date', amount: 'Amount', number: 'Number' };
const NEEDED = { email: 'an e-mail address', number: 'an order or other number' };

const FEELINGS = { calm: 'Calm', annoyed: 'Annoyed', abusive: 'Abusive' };

/** How a customer sounds. */
export const felt = (feeling) => FEELINGS[feeling] ?? feeling;

export const fact = (kind) => FACTS[kind] ?? kind;

export const needed = (kind) => NEEDED[kind] ?? kind;

/** What was done to a case, as a sentence. */
export function step({ command, because, state, agent }) {
  switch (command) {
    case 'Claim':
      return `${agent} claimed it`;
    case 'Release':
      return 'It was put back into the queue';
    case 'HandBack':
      return `${agent} handed it back to the assistant`;
    case 'Resolve':
      return `${agent} resolved it${because ? `: ${because}` : ''}`;
    case 'Snooze':
      return `${agent} put it aside`;
    case 'Wake':
      return `It came back to ${agent}`;
    case 'Transfer':
      return because;
    case 'Assign':
      return `It was given to ${agent}`;
    case 'Escalate':
    case 'AskForPerson':
      return state === 'queued' ? `It came into the queue: ${because}` : because;
    case 'CustomerWrote':
      return state === 'agent' ? `The customer wrote, so it came back to ${agent}` : 'The customer wrote again, so the assistant has it';
    case 'End':
      return 'The customer ended it';
    case 'Close':
      return 'It was closed';
    default:
      return command;
  }
}
