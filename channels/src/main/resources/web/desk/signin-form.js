// A form that says beside each field what is wrong with it.

/** Lets the buttons beside passwords show them. */
export function letShow(root) {
  for (const button of root.querySelectorAll('.show')) {
    const field = root.querySelector(`#${button.getAttribute('aria-controls')}`);
    button.addEventListener('click', () => {
      const shown = field.type === 'password';
      field.type = shown ? 'text' : 'password';
      button.setAttribute('aria-pressed', shown);
      button.textContent = shown ? 'Hide' : 'Show';
      field.focus();
    });
  }
}

/** Sends a form by itself, once at a time. */
export class Form {
  #form;
  #send;
  #hints = new Map();

  /** @param send is given the values by the ids of the fields, and may fail with a Refused */
  constructor(form, send) {
    this.#form = form;
    this.#send = send;
    for (const hint of form.querySelectorAll('.hint[id$="-hint"]')) {
      this.#hints.set(hint, hint.textContent);
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    form.addEventListener('input', (event) => this.#clear(event.target));
    letShow(form);
  }

  async #submit() {
    this.#fields().forEach((field) => this.#clear(field));
    this.#tell('');
    const empty = this.#fields().find((field) => field.required && field.value.trim() === '');
    if (empty) {
      this.#blame(empty, 'Fill this in.');
      return;
    }
    this.#busy(true);
    try {
      await this.#send(Object.fromEntries(this.#fields().map((field) => [field.id, field.value])));
    } catch (fault) {
      this.#failed(fault);
    } finally {
      this.#busy(false);
    }
  }

  #fields() {
    return [...this.#form.querySelectorAll('input, select')].filter((field) => !field.closest('[hidden]'));
  }

  #failed(fault) {
    const field = this.#fields().find((each) => each.id === fault.code && !each.readOnly);
    if (field) {
      this.#blame(field, fault.message);
    } else {
      this.#tell(fault.message);
    }
  }

  #blame(field, words) {
    const hint = this.#form.querySelector(`#${field.id}-hint`);
    hint.textContent = words;
    hint.hidden = false;
    hint.classList.add('wrong');
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', hint.id);
    field.focus();
  }

  #clear(field) {
    const hint = this.#form.querySelector(`#${field.id}-hint`);
    if (hint?.classList.contains('wrong')) {
      hint.textContent = this.#hints.get(hint);
      hint.hidden = hint.textContent === '';
      hint.classList.remove('wrong');
      field.removeAttribute('aria-invalid');
    }
  }

  #tell(words) {
    const fault = this.#form.querySelector('.fault');
    fault.textContent = words;
    fault.hidden = words === '';
  }

  #busy(busy) {
    this.#form.setAttribute('aria-busy', busy);
    this.#form.querySelector('[type=submit]').disabled = busy;
  }
}
