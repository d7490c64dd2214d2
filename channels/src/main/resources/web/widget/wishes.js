// What a customer wants of a conversation beside writing in it.

/** Tells the server; each rejects when it says no. */
export class Wishes {
  #server;
  #path;

  /** `path(rest)` is where a thing of the conversation is that is shown. */
  constructor(server, path) {
    this.#server = server;
    this.#path = path;
  }

  end = () => this.#server.post(this.#path('/close'));

  person = () => this.#server.post(this.#path('/escalate'), { reason: 'user_request' });

  feedback = (message, value, comment) => this.#server.post(this.#path('/feedback'), { message_id: message, value, comment });

  rate = (score, comment) => this.#server.post(this.#path('/csat'), { score, comment });

  /** Says whether the customer wants what was offered; resolves with what became of it. */
  answer = (proposal, wanted) => this.#server.post(this.#path(`/proposals/${proposal}`), { wanted });

  /** A message as sound. */
  speech = (seq) => this.#server.sound(this.#path(`/speech/${seq}`));

  transcript = () => this.#server.text(this.#path('/transcript'));

  /** A new link to a file of a message. */
  async link(seq, file) {
    const { messages } = await this.#server.get(this.#path(`/messages?before=${seq + 1}&limit=1`));
    return messages[0].attachments.find((each) => each.attachment_id === file).url;
  }
}
