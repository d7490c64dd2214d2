// One conversation: what is sent, what arrives, and what it means for what is shown.

import { Drafts } from './drafts.js';
import { Outbox } from './outbox.js';
import { Refused } from './server.js';
import { Stream } from './stream.js';
import { Wishes } from './wishes.js';

const PAGE = 50;
const TYPING_MS = 3_000;

/** Keeps the server and the view of one conversation in step. */
export class Conversation {
  #server;
  #view;
  #host;
  #outbox;
  #drafts;
  #stream;
  #id;
  #seen = new Set();
  #last = 0;
  #state = { state: 'bot' };
  #wanted = false;
  #typed = -TYPING_MS;

  constructor(server, view, host) {
    this.#server = server;
    this.#view = view;
    this.#host = host;
    this.#drafts = new Drafts(view);
    this.wishes = new Wishes(server, (rest) => this.#path(rest));
    this.#outbox = new Outbox((item) => this.#post(item), {
      sent: (item, receipt) => this.#sent(item, receipt),
      kept: (item) => view.kept(item),
      failed: (item, refusal) => this.#failed(item, refusal),
    });
  }

  /** From now on, what is sent belongs to this conversation. */
  adopt(id) {
    this.#begin(id);
  }

  /** Shows the conversation adopted, {state, …} as the server knows it, and goes on with it. */
  async resume(known) {
    this.#changed(known, false);
    await this.#history();
    this.#follow();
  }

  /** Shows a conversation that was begun in another way, unless one is shown already. */
  join(id) {
    if (!this.begun) {
      this.#begin(id);
      this.#follow();
    }
  }

  /** Shows the message at once and sends it. */
  send(text, attachments = []) {
    this.#view.sending(this.#outbox.add(text, attachments));
    return true;
  }

  retry(item) {
    this.#view.sending(item);
    this.#outbox.retry(item);
  }

  /** Ends this conversation; the next message begins another. */
  async startNew() {
    if (this.begun && this.#state.state !== 'closed') {
      await this.wishes.end();
    }
    this.#leave();
    this.#drafts.end();
    this.#state = { state: 'bot' };
    this.#host.send('keep', { live: false, read: 0 });
    this.#view.clear();
    this.#view.state(this.#state);
  }

  /** Asks for a person; `words` begin a conversation where there is none yet. */
  async escalate(words) {
    if (!this.begun) {
      this.#wanted = true;
      this.send(words);
    } else {
      await this.wishes.person();
    }
  }

  /** Shows what came before the oldest message shown. */
  earlier = () => this.#page(Math.min(...this.#seen));

  get begun() {
    return this.#id !== undefined;
  }

  /** Whether it can be left without losing a person, or the place in the queue. */
  get free() {
    return !['queued', 'human'].includes(this.#state.state);
  }

  /** Whether a message is on its way. */
  get sending() {
    return this.#outbox.busy;
  }

  /** A person is told that the customer is writing, at most every 3 s. */
  typing() {
    const now = performance.now();
    if (this.#state.state === 'human' && now - this.#typed > TYPING_MS) {
      this.#typed = now;
      this.#server.post(this.#path('/typing'), { typing: true }).catch(() => {});
    }
  }

  /** The customer has seen everything. */
  read() {
    if (this.#id !== undefined && this.#last > 0) {
      this.#host.send('keep', { read: this.#last });
      this.#server.post(this.#path('/read'), { seq: this.#last }).catch(() => {});
    }
  }

  #begin(id) {
    this.#id = id;
    this.#host.send('keep', { live: true });
  }

  async #post(item) {
    const attachments = item.attachments.map((each) => each.attachment_id);
    const body = { client_message_id: item.id, text: item.text, ...(attachments.length > 0 && { attachments }) };
    // Which conversation this is may turn out only now.
    await this.#server.ready();
    try {
      return await this.#server.post(this.#path('/messages'), body);
    } catch (fault) {
      if (fault instanceof Refused && (fault.status === 409 || fault.status === 404) && this.#id !== undefined) {
        // It was closed while the customer wrote.
        this.#leave();
        return this.#server.post(this.#path('/messages'), body);
      }
      throw fault;
    }
  }

  #leave() {
    this.#stream?.stop();
    this.#stream = undefined;
    this.#id = undefined;
    this.#seen.clear();
    this.#last = 0;
  }

  #sent(item, receipt) {
    this.#view.sent(item, receipt);
    this.join(receipt.conversation_id);
    if (this.#state.state === 'bot' && receipt.seq >= this.#last) {
      this.#view.typing({ who: 'bot', on: true });
    }
    if (this.#wanted) {
      this.#wanted = false;
      this.escalate('').catch(() => this.#wrong('escalate'));
    }
  }

  #failed(item, refusal) {
    this.#view.failed(item, refusal);
    this.#wrong(refusal?.code || 'not_sent');
  }

  #wrong(code) {
    this.#host.raise('error', { code });
  }

  async #history() {
    const page = await this.#page();
    this.#view.more(page.more);
  }

  async #page(before) {
    const query = before === undefined ? '' : `&before=${before}`;
    const page = await this.#server.get(this.#path(`/messages?limit=${PAGE}${query}`));
    page.messages.forEach((message) => this.#message(message, false));
    return page;
  }

  #follow() {
    const id = this.#id;
    this.#stream = new Stream(
      (signal) => this.#server.events(id, this.#last, signal),
      () => this.#ask(),
      (event) => this.#id === id && this.#take(event));
  }

  /** In place of a stream; tells whether there was anything new. */
  async #ask() {
    const before = this.#last;
    const page = await this.#server.get(this.#path(`/messages?limit=${PAGE}`));
    page.messages.forEach((message) => this.#message(message, true));
    if (page.state) {
      this.#changed(page.state, true);
    }
    return this.#last > before;
  }

  #take({ event, data }) {
    switch (event) {
      case 'message':
        this.#message(data, true);
        break;
      case 'message.delta':
      case 'message.snapshot':
        this.#drafts.take(event, data);
        break;
      case 'message.deleted':
        this.#drafts.end();
        break;
      case 'state':
        this.#changed(data, true);
        break;
      case 'typing':
        this.#view.typing(data);
        break;
      case 'reset':
        this.#seen.clear();
        this.#view.clear();
        this.#history().catch(() => this.#wrong('history'));
        break;
    }
  }

  #message(message, fresh) {
    if (this.#seen.has(message.seq)) {
      return;
    }
    this.#seen.add(message.seq);
    this.#last = Math.max(this.#last, message.seq);
    this.#view.message(message, fresh);
    if (message.author.type === 'bot') {
      this.#drafts.end();
    }
  }

  #changed(state, fresh) {
    const before = this.#state;
    this.#state = state;
    if (state.state !== 'bot') {
      this.#drafts.end();
    }
    this.#view.state(state, fresh ? before : undefined);
    if (state.state === 'closed') {
      this.#host.send('keep', { live: false });
    }
    if (fresh && before.state !== state.state && ['queued', 'resolved'].includes(state.state)) {
      this.#host.raise(state.state === 'queued' ? 'escalated' : 'resolved');
    }
  }

  #path(rest) {
    return `/conversations/${this.#id ?? 'new'}${rest}`;
  }
}
