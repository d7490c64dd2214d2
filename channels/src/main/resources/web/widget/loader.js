// The launcher in the customer's page. The conversation is in a frame that the page cannot look into.
(() => {
  'use strict';

  const stub = window.switchboard;
  if (stub?.loaded) {
    return;
  }

  const NAME = 'switchboard';
  const script = document.currentScript ?? document.querySelector('script[src*="/widget/v1.js"]');
  const HOME = new URL(script.src).origin;
  const PHONE = matchMedia('(max-width: 480px), (max-height: 440px)');
  const BUBBLE = 'M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2Z';
  const CROSS = 'M6 6l12 12M18 6 6 18';
  // What is needed before the frame is there: open, close, how many new messages.
  const WORDS = {
    en: ['Open the support chat', 'Close the support chat', 'new messages: '],
    de: ['Support-Chat öffnen', 'Support-Chat schließen', 'neue Nachrichten: '],
    fr: ['Ouvrir le chat d’assistance', 'Fermer le chat d’assistance', 'nouveaux messages : '],
    es: ['Abrir el chat de ayuda', 'Cerrar el chat de ayuda', 'mensajes nuevos: '],
    it: ['Apri la chat di assistenza', 'Chiudi la chat di assistenza', 'nuovi messaggi: '],
    pt: ['Abrir o chat de apoio', 'Fechar o chat de apoio', 'novas mensagens: '],
    nl: ['Supportchat openen', 'Supportchat sluiten', 'nieuwe berichten: '],
    pl: ['Otwórz czat pomocy', 'Zamknij czat pomocy', 'nowe wiadomości: '],
    ja: ['サポートチャットを開く', 'サポートチャットを閉じる', '新着メッセージ: '],
    ar: ['فتح محادثة الدعم', 'إغلاق محادثة الدعم', 'رسائل جديدة: '],
  };
  const STYLE = `
    button, dialog { all: unset; box-sizing: border-box; position: fixed; z-index: 2147483647; }
    button { inset-block-end: max(20px, env(safe-area-inset-bottom)); inline-size: 56px; block-size: 56px;
      display: grid; place-items: center; border: 2px solid transparent; border-radius: 50%; cursor: pointer;
      background: var(--brand); color: var(--on-brand); box-shadow: 0 2px 6px rgb(0 0 0 / 24%), 0 8px 24px rgb(0 0 0 / 18%); }
    button:focus-visible { outline: 3px solid var(--brand); outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
    svg { inline-size: 26px; block-size: 26px; fill: none; stroke: currentcolor; stroke-width: 2;
      stroke-linecap: round; stroke-linejoin: round; }
    .count { position: absolute; inset: -6px -6px auto auto; min-inline-size: 22px; padding: 0 6px; box-sizing: border-box;
      border: 1px solid #fff; border-radius: 99px; background: #b3261e; color: #fff; font: 600 13px/20px system-ui, sans-serif; text-align: center; }
    dialog:not([open]), [hidden] { display: none; }
    dialog { inset-block-end: 92px; inline-size: min(400px, 100vw - 40px); block-size: min(680px, 100vh - 112px);
      overflow: hidden; border-radius: 18px; background: Canvas; box-shadow: 0 12px 48px rgb(0 0 0 / 28%); outline: 1px solid rgb(128 128 128 / 35%); }
    .right { right: 20px; } .left { left: 20px; }
    dialog.phone { inset: 0; inline-size: 100%; block-size: 100%; border-radius: 0; outline: 0; }
    iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; }
    @media (prefers-reduced-motion: no-preference) { dialog[open]:not(.phone) { animation: rise .18s ease-out; } }
    @keyframes rise { from { opacity: 0; transform: translateY(12px); } }
    @media print { button, dialog { display: none; } }`;

  const listeners = new Map();
  let memory = false; // where the browser keeps nothing
  let kept = recall() ?? {};
  let options = {};
  let parts;
  let open = false;
  let unread = 0;
  let said = []; // for the frame, before it listens
  let parting = false; // the frame still speaks of a customer who is forgotten

  const commands = {
    boot(given = {}) {
      options = { ...options, ...given };
      if (!parts) {
        whenReady(() => {
          parts ??= build();
          attach();
          // A conversation is going on: listen, so that an answer shows on the launcher.
          if (kept.live) {
            frame();
          }
          emit('ready', {});
        });
      }
    },
    shutdown() {
      commands.hide();
      parts?.host.remove();
      parts = undefined;
    },
    // A page that is still being read has no place for it yet; boot waits for the same.
    show() {
      whenReady(() => {
        if (parts && !open) {
          open = true;
          frame();
          present();
          tell('visible', { open });
          emit('open', {});
        }
      });
    },
    hide() {
      if (parts && open) {
        const within = parts.root.activeElement === parts.frame;
        open = false;
        parts.panel.close();
        label();
        if (within) {
          parts.launcher.focus();
        }
        tell('visible', { open });
        emit('close', {});
      }
    },
    toggle: () => (open ? commands.hide() : commands.show()),
    setUser: (user) => change({ user }),
    setLocale: (locale) => change({ locale }),
    setAttributes(attributes) {
      options.attributes = { ...options.attributes, ...attributes };
      tell('attributes', options.attributes);
    },
    setTheme(theme) {
      options.theme = theme;
      tell('theme', { theme });
    },
    startNew(text = '') {
      commands.show();
      tell('new', { text: String(text) });
    },
    on(event, listener) {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    },
    off(event, listener) {
      listeners.set(event, (listeners.get(event) ?? []).filter((each) => listener && each !== listener));
    },
    reset() {
      keep({ resume: undefined, read: undefined, live: undefined });
      forget();
    },
  };

  // From the frame.
  const reports = {
    hello() {
      parts.heard = true;
      parting = false;
      const { resume, read } = kept;
      const { user, attributes, theme, draft } = options;
      post('boot', { resume, read, user, attributes, theme, draft, locale: locale(), open });
      said.forEach(([type, data]) => post(type, data));
      said = [];
    },
    keep: (changes) => parting || keep(changes),
    draft: ({ text }) => (options.draft = text),
    close: () => commands.hide(),
    unread: (data) => count(data.count),
    look: ({ brand, onBrand }) => {
      keep({ brand, onBrand });
      colour();
    },
    event: ({ name, detail }) => emit(name, detail),
  };

  function run(command, ...given) {
    if (!Object.hasOwn(commands, command)) {
      throw new TypeError(`switchboard has no command '${command}'`);
    }
    return commands[command](...given);
  }

  function whenReady(then) {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', then, { once: true });
    } else {
      queueMicrotask(then);
    }
  }

  function build() {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const side = options.position ?? (locale() === 'ar' ? 'left' : 'right');
    const launcher = make('button', { type: 'button', class: side, 'aria-controls': 'panel' });
    const badge = make('span', { class: 'count', 'aria-hidden': 'true', hidden: '' });
    const panel = make('dialog', { id: 'panel', class: side });
    launcher.append(drawing(), badge);
    launcher.addEventListener('click', commands.toggle);
    panel.addEventListener('close', () => panel.open || commands.hide());
    root.append(launcher, panel);
    return { host, root, launcher, badge, panel };
  }

  /** Beside the body: there it outlives a body that is replaced, and needs none to be there yet. */
  function attach() {
    const { host } = parts;
    const style = { all: 'initial', display: 'block', position: 'static', opacity: '1', visibility: 'visible' };
    Object.entries(style).forEach(([name, value]) => host.style.setProperty(name, value, 'important'));
    colour();
    label();
    const settle = () => {
      if (parts?.host === host && !host.isConnected) {
        document.documentElement.append(host);
        watch.observe(document.documentElement, { childList: true });
        if (open) {
          present();
        }
      }
    };
    const watch = new MutationObserver(settle);
    watch.observe(document, { childList: true });
    settle();
  }

  function colour() {
    if (parts) {
      parts.host.style.setProperty('--brand', kept.brand ?? '#0f766e', 'important');
      parts.host.style.setProperty('--on-brand', kept.onBrand ?? '#ffffff', 'important');
    }
  }

  function frame() {
    if (!parts.frame) {
      const src = `${HOME}/widget/frame#${encodeURIComponent(location.origin)}`;
      parts.frame = make('iframe', { title: words()[0], allow: 'microphone; clipboard-write; autoplay; display-capture', src });
      parts.panel.append(parts.frame);
    }
  }

  /** On a phone it covers the page, and is the only thing there; elsewhere the page stays in reach. */
  function present() {
    const { panel, frame: content } = parts;
    if (panel.open) {
      panel.close();
    }
    panel.classList.toggle('phone', PHONE.matches);
    if (PHONE.matches) {
      panel.showModal();
    } else {
      panel.show();
    }
    label();
    content.focus();
  }

  function label() {
    const { launcher, badge, panel, frame: content } = parts;
    const [opens, closes, fresh] = words();
    const number = unread > 99 ? '99+' : String(unread);
    launcher.setAttribute('aria-expanded', String(open));
    launcher.setAttribute('aria-label', open ? closes : unread ? `${opens}, ${fresh}${number}` : opens);
    launcher.querySelector('path').setAttribute('d', open ? CROSS : BUBBLE);
    panel.setAttribute('aria-label', opens);
    content?.setAttribute('title', opens);
    badge.textContent = number;
    badge.hidden = open || unread === 0;
  }

  function count(number) {
    unread = number;
    if (parts) {
      label();
    }
    emit('unread', { count: number });
  }

  /** What the frame has to begin again with. */
  function change(changes) {
    Object.assign(options, changes);
    if (parts) {
      label();
    }
    tell('again', {});
    if (parts) {
      parts.heard = false; // until the frame says hello again
    }
  }

  function forget() {
    parting = true;
    change({ user: undefined, attributes: undefined });
    count(0);
  }

  function tell(type, data) {
    if (parts?.heard) {
      post(type, data);
    } else if (type === 'new') {
      said.push([type, data]);
    }
  }

  function post(type, data) {
    parts.frame.contentWindow?.postMessage({ ns: NAME, v: 1, type, data }, HOME);
  }

  function hear(event) {
    const envelope = event.data;
    if (parts?.frame && event.origin === HOME && event.source === parts.frame.contentWindow
        && envelope?.ns === NAME && envelope.v === 1 && Object.hasOwn(reports, envelope.type)) {
      reports[envelope.type](envelope.data ?? {});
    }
  }

  function emit(name, detail) {
    window.dispatchEvent(new CustomEvent(`${NAME}:${name}`, { detail }));
    for (const listener of listeners.get(name) ?? []) {
      try {
        listener(detail);
      } catch (fault) {
        reportError(fault);
      }
    }
  }

  function locale() {
    const wanted = options.locale && options.locale !== 'auto'
      ? [options.locale] : [document.documentElement.lang, ...navigator.languages];
    return wanted.map((tag) => tag.toLowerCase().split('-')[0]).find((tag) => tag in WORDS) ?? 'en';
  }

  function words() {
    return WORDS[locale()];
  }

  /** What all tabs know; nothing where the browser keeps nothing: then memory has to do. */
  function recall() {
    try {
      return memory ? undefined : JSON.parse(localStorage.getItem(NAME)) ?? {};
    } catch {
      return undefined;
    }
  }

  function keep(changes) {
    catchUp(recall());
    kept = { ...kept, ...changes };
    try {
      localStorage.setItem(NAME, JSON.stringify(kept));
    } catch {
      memory = true;
    }
  }

  /** Another tab may have begun a conversation, or have forgotten the customer. */
  function catchUp(now = kept) {
    const before = kept;
    kept = now;
    if (before.resume && !now.resume) {
      forget();
    } else if (now.resume !== before.resume || (now.live && !before.live)) {
      tell('elsewhere', {});
    }
  }

  function make(name, attributes) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  }

  function drawing() {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    svg.append(document.createElementNS('http://www.w3.org/2000/svg', 'path'));
    return svg;
  }

  window.addEventListener('message', hear);
  window.addEventListener('storage', ({ key }) => (key ?? NAME) === NAME && catchUp(recall()));
  PHONE.addEventListener('change', () => open && present());
  window[NAME] = Object.assign((...given) => run(...given), { loaded: true });
  for (const given of stub?.q ?? []) {
    try {
      run(...given);
    } catch (fault) {
      reportError(fault);
    }
  }
})();
