// What the customer sees of a conversation.

import { el } from '/assets/dom.js';
import { offer, rating } from './cards.js';
import { dots, draft, own, spoken, tell, theirs, time, write } from './message.js';
import { note, Standing } from './states.js';
import { tools } from './tools.js';

const TYPING_MS = 30_000;

/** Shows what a conversation tells it to; `acts` is what the customer can do in return. */
export class View {
  #transcript;
  #live;
  #words;
  #acts;
  #parts;
  #standing;
  #waiting = new Map();
  #draft;
  #typing;
  #silent;
  #replies;
  #rated = false;
  #more = false;

  constructor(transcript, live, words, parts, acts) {
    this.#transcript = transcript;
    this.#live = live;
    this.#words = words;
    this.#parts = parts;
    this.#standing = new Standing(parts.state, words);
    this.#acts = acts;
  }

  /** A message of the customer is on its way. */
  sending(item) {
    this.#waiting.get(item.id)?.remove();
    const article = own(item, this.#words);
    article.item = item;
    this.#waiting.set(item.id, article);
    this.#usedReplies();
    this.#transcript.put(article);
    this.#transcript.toEnd();
  }

  kept(item) {
    tell(this.#waiting.get(item.id), [this.#words('kept')]);
  }

  /** The server has it, as it says in its answer or in its stream, whichever comes first. */
  sent(item, { message_id: id, seq }) {
    const article = this.#waiting.get(item.id);
    if (article !== undefined) {
      this.#waiting.delete(item.id);
      article.dataset.id = id;
      tell(article, [time(new Date(), this.#words)]);
      this.#transcript.put(article, seq);
    }
  }

  failed(item, refusal) {
    const article = this.#waiting.get(item.id);
    const again = el('button', { type: 'button', class: 'plain', onclick: () => this.#acts.retry(item) }, this.#words('again'));
    const why = { 413: 'tooLong', 422: 'refused' }[refusal?.status] ?? 'failed';
    article.classList.add('failed');
    tell(article, [el('span', { role: 'alert' }, this.#words(why)), again]);
    this.#transcript.show(article, true);
  }

  /** Takes the last message back that could not be sent, if there is one. */
  takeBack() {
    const failed = [...this.#waiting.values()].filter((article) => article.classList.contains('failed')).at(-1);
    if (failed !== undefined) {
      this.#waiting.delete(failed.item.id);
      failed.remove();
    }
    return failed?.item;
  }

  message(message, fresh) {
    if (message.author.type === 'customer') {
      this.#customers(message);
    } else {
      this.#others(message, fresh);
    }
  }

  #customers(message) {
    const waiting = [...this.#waiting.values()].find((article) => article.item.id === message.client_message_id);
    if (waiting !== undefined) {
      this.sent(waiting.item, message);
    } else if (this.#parts.log.querySelector(`[data-id="${CSS.escape(message.message_id)}"]`) === null) {
      this.#place(own(message, this.#words, this.#renew(message)), message);
    }
  }

  #others(message, fresh) {
    const article = theirs(message, this.#words, this.#renew(message));
    const judge = this.#acts.judge && ((value, comment) => this.#acts.judge(message.message_id, value, comment));
    article.append(tools(article, message, this.#words, judge, this.#acts.speech));
    this.typing({ on: false });
    article.append(...(message.offers ?? []).map((each) => offer(each, this.#words, (wanted) => this.#acts.confirm(each.proposal_id, wanted))));
    this.#place(article, message);
    this.#offer(article, message.quick_replies ?? []);
    if (fresh) {
      this.#live.say(`${message.author.name || this.#words(message.author.type)}: ${spoken(article)}`);
    }
    this.#acts.arrived(message, fresh);
  }

  #renew(message) {
    return (file) => this.#acts.link(message.seq, file);
  }

  #place(article, message) {
    article.dataset.id = message.message_id;
    const near = this.#transcript.put(article, message.seq);
    if (message.author.type === 'bot') {
      this.undraft();
    }
    this.#transcript.show(article, near);
  }

  /** Only the newest replies can be chosen. */
  #offer(article, replies) {
    this.#usedReplies();
    if (replies.length > 0) {
      this.#replies = el('div', { class: 'replies', role: 'group', 'aria-label': this.#words('replies') },
        ...replies.slice(0, 5).map((reply) => el('button', { type: 'button', class: 'reply', dir: 'auto', onclick: ({ currentTarget }) => this.#choose(currentTarget, reply) }, reply)));
      article.append(this.#replies);
      this.#transcript.show(article, true);
    }
  }

  #choose(button, reply) {
    if (button.getAttribute('aria-disabled') !== 'true') {
      button.classList.add('chosen');
      this.#acts.choose(reply);
    }
  }

  #usedReplies() {
    this.#replies?.querySelectorAll('button').forEach((button) => {
      button.setAttribute('aria-disabled', 'true');
      button.tabIndex = -1;
    });
    this.#replies = undefined;
  }

  /** Shows what there is so far of the answer that is being written. */
  draft(text) {
    if (this.#draft === undefined) {
      this.#draft = draft(this.#words);
      this.typing({ on: false });
      this.#live.say(this.#words('writing', { name: this.#words('bot') }));
      this.#transcript.end(this.#draft);
    }
    this.#transcript.change(this.#draft, () => write(this.#draft, text));
  }

  /** The whole answer stands there now, or it will not come. */
  undraft() {
    this.#draft?.remove();
    this.#draft = undefined;
  }

  typing({ on, ...whom }) {
    clearTimeout(this.#silent);
    this.#typing?.remove();
    this.#typing = undefined;
    if (on) {
      this.#typing = dots(whom, this.#words);
      this.#transcript.end(this.#typing);
      this.#silent = setTimeout(() => this.typing({ on: false }), TYPING_MS);
    }
  }

  /** `before` is the state it comes from, nothing when it is the first that is known. */
  state(state, before) {
    this.#standing.show(state);
    this.#parts.person.hidden = ['queued', 'human'].includes(state.state);
    if (this.#parts.person.hidden) {
      this.undraft();
      this.typing({ on: false });
    }
    const told = before && note(before, state, this.#words);
    if (told) {
      this.#transcript.note(el('p', { class: 'note', dir: 'auto' }, told));
      this.#live.say(told);
    }
    this.#rate(state);
  }

  #rate(state) {
    if (['bot', 'queued', 'human'].includes(state.state)) {
      this.#rated = false;
    } else if (state.can_rate && this.#acts.rate && !this.#rated) {
      this.#rated = true;
      this.#transcript.note(rating(this.#words, this.#acts.rate));
    }
  }

  more(more) {
    if (more && !this.#more) {
      this.#transcript.more(this.#words, this.#acts.earlier);
    }
    this.#more = more;
  }

  clear() {
    this.typing({ on: false });
    this.#waiting.clear();
    this.undraft();
    this.#replies = undefined;
    this.#rated = false;
    this.#more = false;
    this.#transcript.clear();
  }
}
