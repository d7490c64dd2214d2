// Ids that sort by time and that two customers never make alike.

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new ULID: 48 bits of time, 80 bits of chance, as 26 letters. */
export function ulid(now = Date.now()) {
  return time(now) + chance();
}

function time(now) {
  let letters = '';
  for (let rest = now; letters.length < 10; rest = Math.floor(rest / 32)) {
    letters = LETTERS[rest % 32] + letters;
  }
  return letters;
}

function chance() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => LETTERS[byte % 32]).join('');
}
