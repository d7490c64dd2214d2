// Elements are built from text alone; nothing on this page is ever parsed as markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An element with attributes and children; a child that is a string becomes text. */
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** A 24 by 24 line drawing, hidden from screen readers. */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  const attributes = { viewBox: '0 0 24 24', width: 18, height: 18, class: 'icon', 'aria-hidden': true, focusable: false };
  return fill(svg, attributes, [line]);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== null) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}
