/** Short stable hashes: keys of parts of an activity, checksums, and the seeded order of a shuffle. */

export const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const encoder = new TextEncoder();

/** The 32-bit FNV-1a hash of a text's UTF-8 bytes. */
export function fnv1a(text) {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash >>> 0;
}

/** `number` as `width` characters of base64url, highest first. */
export function digits(number, width) {
  let text = "";
  for (let rest = number, index = 0; index < width; index += 1) {
    text = ALPHABET[rest % 64] + text;
    rest = Math.floor(rest / 64);
  }
  return text;
}

/** The number that `digits` wrote; NaN when a character is not of the alphabet. */
export function number(text) {
  let value = 0;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    value = value * 64 + (digit < 0 ? NaN : digit);
  }
  return value;
}

/** Three characters (18 bits) that stand for an id within its activity. */
export function localKey(id) {
  const hash = fnv1a(id);
  return digits((hash ^ (hash >>> 18)) & 0x3ffff, 3);
}

/** A well mixed 32-bit number of a seed and a name: the rank of that name in the seed's order. */
function rank(seed, name) {
  let hash = fnv1a(`${seed} ${name}`);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The items in the order a seed gives them. An item's rank hangs on its own name alone, so that
 * adding, removing or moving another item does not stir the rest.
 */
export function shuffled(items, seed, nameOf) {
  return items
    .map((item) => ({ item, rank: rank(seed, nameOf(item)), name: nameOf(item) }))
    .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1))
    .map(({ item }) => item);
}
