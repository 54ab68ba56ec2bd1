import { definitionAt, lookupAt } from './layout';

/** Codes of up to this many bits are looked up at once. */
export const LOOKUP_BITS: i32 = 10;
const SIZE: i32 = 1 << LOOKUP_BITS;

/** In the place of a run: the block has no other coefficients. */
export const END_OF_BLOCK: i32 = 128;

/**
 * A lookup has four parts. For the next 10 bits: an i32 with the value of an AC coefficient, the zeros before it and the bits of
 * both, or 0 where they are not complete; a u16 with the length and the symbol of the code, or 0. For codes of 11 to 16 bits: the first
 * code that is longer, at 16 bits; what is added to a code for the index of its symbol.
 */
const SYMBOLS: usize = 4 * SIZE;
const LIMITS: usize = SYMBOLS + 2 * SIZE;
const OFFSETS: usize = LIMITS + 4 * 17;
/** The address of the symbols. */
const SYMBOL_LIST: usize = OFFSETS + 4 * 17;

/** Makes the lookup of a table, 0 to 3 for DC and 4 to 7 for AC. Returns whether the definition is valid. */
export function makeLookup(table: usize): bool {
  const counts = definitionAt(table);
  const lookup = lookupAt(table);
  memory.fill(lookup, 0, LIMITS);
  store<u32>(lookup + SYMBOL_LIST, <u32>(counts + 16));
  let code = 0;
  let index = 0;
  for (let length = 1; length <= 16; length++) {
    store<i32>(lookup + OFFSETS + 4 * <usize>length, index - code);
    for (let count = <i32>load<u8>(counts + <usize>length - 1); count > 0; count--) {
      if (index > 255 || code >= 1 << length) return false;
      const symbol = <i32>load<u8>(counts + 16 + <usize>index);
      if (table < 4 && symbol > 11) return false;
      if (length <= LOOKUP_BITS) fill(lookup, code, (length << 8) | symbol);
      code++;
      index++;
    }
    store<i32>(lookup + LIMITS + 4 * <usize>length, code << (16 - length));
    code <<= 1;
  }
  return true;
}

/** Fills in all 10 bits that begin with a code. */
function fill(lookup: usize, code: i32, lengthAndSymbol: i32): void {
  const length = lengthAndSymbol >> 8;
  const symbol = lengthAndSymbol & 255;
  const rest = LOOKUP_BITS - length;
  const bits = symbol & 15;
  const run = symbol === 0 ? END_OF_BLOCK : symbol >> 4;
  const isValue = bits > 0 ? bits <= rest : symbol === 0;
  for (let after = 0; after < 1 << rest; after++) {
    const at = <usize>((code << rest) | after);
    store<u16>(lookup + SYMBOLS + 2 * at, <u16>lengthAndSymbol);
    if (!isValue) continue;
    const value = extend(after >> (rest - bits), bits);
    store<i32>(lookup + 4 * at, (value << 16) | (run << 8) | (length + bits));
  }
}

/** The value of the bits after a code: negative if the first bit is 0. */
function extend(value: i32, bits: i32): i32 {
  return bits > 0 && value >> (bits - 1) === 0 ? value - (1 << bits) + 1 : value;
}

/** The length (times 256) and the symbol of the code at the beginning of 16 bits, or 0 if there is none. */
export function symbolOf(lookup: usize, next: i32): i32 {
  const short = <i32>load<u16>(lookup + SYMBOLS + 2 * <usize>(next >> (16 - LOOKUP_BITS)));
  if (short !== 0) return short;
  for (let length = LOOKUP_BITS + 1; length <= 16; length++) {
    if (next >= load<i32>(lookup + LIMITS + 4 * <usize>length)) continue;
    const index = (next >> (16 - length)) + load<i32>(lookup + OFFSETS + 4 * <usize>length);
    return (length << 8) | load<u8>(load<u32>(lookup + SYMBOL_LIST) + index);
  }
  return 0;
}
