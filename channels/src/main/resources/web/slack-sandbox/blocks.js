/** Blocks as elements; nothing of them is ever read as HTML. */

export function make(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  Object.assign(element, props);
  element.append(...children);
  return element;
}

const MARKUP = /<([^<>]*)>|\*([^*\n]+)\*|`([^`\n]+)`|:([a-z_]+):/g;
const EMOJI = {
  bell: '🔔', memo: '📝', hourglass: '⌛', warning: '⚠️', white_check_mark: '✅', eyes: '👀',
  robot_face: '🤖', bust_in_silhouette: '👤', technologist: '🧑‍💻',
};

export function emoji(name) {
  return EMOJI[name] ?? `:${name}:`;
}

function plain(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A line of Slack's own markup. */
function line(text, names) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(MARKUP)) {
    parts.push(plain(text.slice(from, found.index)));
    from = found.index + found[0].length;
    const [, link, bold, code, icon] = found;
    if (link !== undefined) {
      parts.push(target(link, names));
    } else if (bold !== undefined) {
      parts.push(make('strong', {}, ...line(bold, names)));
    } else if (code !== undefined) {
      parts.push(make('code', {}, plain(code)));
    } else {
      parts.push(emoji(icon));
    }
  }
  parts.push(plain(text.slice(from)));
  return parts;
}

function target(link, names) {
  const [to, label = ''] = link.split('|');
  if (to.startsWith('@')) {
    return make('span', { className: 'mention' }, '@' + (names[to.slice(1)] ?? to.slice(1)));
  }
  if (to.startsWith('!date^')) {
    return new Date(Number(to.split('^')[1]) * 1000).toLocaleString([], {
      dateStyle: 'medium', timeStyle: 'short',
    });
  }
  if (/^https?:\/\//.test(to)) {
    return make('a', { href: plain(to), rel: 'noreferrer', target: '_blank' }, plain(label || to));
  }
  return plain(label || to);
}

export function mrkdwn(text, names) {
  const out = make('div', { className: 'text' });
  for (const row of text.split('\n')) {
    if (row.startsWith('&gt; ') || row.startsWith('> ')) {
      out.append(make('blockquote', {}, ...line(row.replace(/^(&gt;|>) /, ''), names)));
    } else {
      out.append(make('p', {}, ...line(row, names)));
    }
  }
  return out;
}

function words(text, names) {
  return text?.type === 'mrkdwn' ? mrkdwn(text.text, names) : make('span', {}, text?.text ?? '');
}

function rich(block) {
  const out = make('div', { className: 'text' });
  for (const part of block.elements ?? []) {
    const element = make(part.type === 'rich_text_quote' ? 'blockquote' : 'p');
    for (const piece of part.elements ?? []) {
      element.append(piece.style?.bold ? make('strong', {}, piece.text ?? '') : piece.text ?? '');
    }
    out.append(element);
  }
  return out;
}

function control(element, use) {
  if (element.type === 'button') {
    return make('button', {
      type: 'button',
      className: element.style ?? '',
      onclick: () => {
        const ask = element.confirm?.text?.text;
        if (!ask || confirm(ask)) {
          use(element.action_id, '');
        }
      },
    }, element.text.text);
  }
  if (element.type === 'static_select') {
    const select = make('select', {
      onchange: () => select.value && use(element.action_id, select.value),
    }, make('option', { value: '' }, element.placeholder?.text ?? 'Choose…'));
    select.setAttribute('aria-label', element.placeholder?.text ?? element.action_id);
    for (const option of element.options) {
      select.append(make('option', { value: option.text.text }, option.text.text));
    }
    return select;
  }
  return make('span', {}, element.type);
}

/** Blocks of a message or of the app's page; use(action, option) is called for buttons and menus. */
export function blocks(list, names, use) {
  return list.map((block) => {
    switch (block.type) {
      case 'header':
        return make('h3', {}, block.text.text);
      case 'section': {
        const out = make('div', { className: 'section' });
        if (block.text) {
          out.append(words(block.text, names));
        }
        if (block.fields) {
          out.append(make('div', { className: 'fields' }, ...block.fields.map((f) => words(f, names))));
        }
        return out;
      }
      case 'context':
        return make('div', { className: 'context' }, ...block.elements.map((e) => words(e, names)));
      case 'actions':
        return make('div', { className: 'actions' }, ...block.elements.map((e) => control(e, use)));
      case 'rich_text':
        return rich(block);
      case 'divider':
        return make('hr');
      case 'input':
        return field(block);
      default:
        return make('p', {}, block.type);
    }
  });
}

function field(block) {
  const { element } = block;
  const label = make('label', {}, block.label.text);
  const id = `field-${block.block_id}`;
  label.htmlFor = id;
  let input;
  if (element.type === 'plain_text_input') {
    input = make('textarea', { rows: 6, value: element.initial_value ?? '' });
  } else {
    input = make('select');
    for (const option of element.options) {
      const chosen = option.value === element.initial_option?.value;
      input.append(make('option', { value: option.text.text, selected: chosen }, option.text.text));
    }
  }
  input.id = id;
  input.name = block.block_id;
  return make('div', { className: 'field' }, label, input, make('p', { className: 'wrong' }));
}
