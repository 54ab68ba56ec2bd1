/** The table of a negative. */
export function invertTable(): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, value) => 255 - value);
}

/** The table that keeps the highest bits of each value. */
export function posterizeTable(bits: number): Uint8Array {
  const mask = 256 - 2 ** (8 - bits);
  return Uint8Array.from({ length: 256 }, (_, value) => value & mask);
}

/** The table that inverts the values from a threshold on. */
export function solarizeTable(threshold: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, value) => (value < threshold ? value : 255 - value));
}

/** The table that changes nothing. */
export function identityTable(): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, value) => value);
}
