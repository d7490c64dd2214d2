// Answers that are still being written.

const SHOWN_EVERY_MS = 100;

const PATIENCE_MS = 30_000;

/** Puts the pieces of an answer together and has it shown, not more often than an eye can follow. */
export class Drafts {
  #view;
  #id;
  #n;
  #text;
  #timer;
  #patience;

  constructor(view) {
    this.#view = view;
  }

  /** Takes a piece, or in a snapshot all there is so far; one that was there already changes nothing. */
  take(event, { message_id: id, n, text }) {
    if (id !== this.#id) {
      this.end();
      this.#id = id;
    }
    if (n > this.#n) {
      this.#n = n;
      this.#text = event === 'message.delta' ? this.#text + text : text;
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#view.draft(preview(this.#text));
      }, SHOWN_EVERY_MS);
      clearTimeout(this.#patience);
      this.#patience = setTimeout(() => this.end(), PATIENCE_MS);
    }
  }

  /** The whole message has arrived, or none will; the next draft begins anew. */
  end() {
    clearTimeout(this.#timer);
    clearTimeout(this.#patience);
    this.#timer = undefined;
    this.#id = undefined;
    this.#n = -1;
    this.#text = '';
    this.#view.undraft();
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
