// Answers that are still being written.

const SHOWN_EVERY_MS = 100;

/** Puts the pieces of answers together and has them shown, not more often than an eye can follow. */
export class Drafts {
  #view;
  #drafts = new Map();

  constructor(view) {
    this.#view = view;
  }

  take(event, { message_id: id, n, text }) {
    const draft = this.#drafts.get(id) ?? { n: -1, text: '' };
    this.#drafts.set(id, draft);
    if (event === 'message.done') {
      draft.text = text;
    } else if (n <= draft.n) {
      return;
    } else {
      draft.n = n;
      draft.text = event === 'message.delta' ? draft.text + text : text;
    }
    draft.timer ??= setTimeout(() => {
      draft.timer = undefined;
      this.#view.draft(id, preview(draft.text));
    }, SHOWN_EVERY_MS);
  }

  /** The whole message has arrived. */
  end(id) {
    clearTimeout(this.#drafts.get(id)?.timer);
    this.#drafts.delete(id);
  }

  clear() {
    [...this.#drafts.keys()].forEach((id) => this.end(id));
  }
}

/** Words without marks; links and images that may be half there are left to the finished message. */
function preview(markdown) {
  return markdown
    .replace(/!\[[^\]]*\]?(\([^)]*\)?)?/g, '')
    .replace(/\[([^\]\d][^\]]*)\]\([^)]*\)?/g, '$1')
    .replace(/\[\d*\]?/g, '')
    .replace(/\*\*|__|`|^#+ /gm, '');
}
