const WORDS = 624;
const OFFSET = 397;
const UPPER = 0x80000000;
const LOWER = 0x7fffffff;
const TWIST = 0x9908b0df;

/**
 * The Mersenne Twister MT19937, seeded by one word.
 *
 * @param seed A whole number, 0 to 2^32 - 1.
 * @returns A function that returns the next word, 0 to 2^32 - 1.
 * @see Matsumoto and Nishimura 1998, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random number generator".
 */
export function mt19937(seed: number): () => number {
  const state = new Uint32Array(WORDS);
  state[0] = seed;
  for (let at = 1; at < WORDS; at++) {
    const before = state[at - 1]!; // at is at least 1
    state[at] = Math.imul(before ^ (before >>> 30), 1812433253) + at;
  }
  let next = WORDS;
  return () => {
    if (next === WORDS) {
      twist(state);
      next = 0;
    }
    return tempered(state[next++]!); // next is below WORDS
  };
}

function twist(state: Uint32Array): void {
  for (let at = 0; at < WORDS; at++) {
    const joined = (state[at]! & UPPER) | (state[(at + 1) % WORDS]! & LOWER); // indices are below WORDS
    state[at] = state[(at + OFFSET) % WORDS]! ^ (joined >>> 1) ^ (joined & 1 ? TWIST : 0); // as above
  }
}

function tempered(word: number): number {
  let bits = word;
  bits ^= bits >>> 11;
  bits ^= (bits << 7) & 0x9d2c5680;
  bits ^= (bits << 15) & 0xefc60000;
  return (bits ^ (bits >>> 18)) >>> 0;
}
