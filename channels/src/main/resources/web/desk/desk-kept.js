// What a browser keeps for this page; one that keeps nothing costs comfort, nothing else.

/** What was kept under the name, or undefined. */
export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(`switchboard-desk-${name}`)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(`switchboard-desk-${name}`, JSON.stringify(value));
  } catch {
    // It is asked for again, or unread again, after a reload.
  }
}
