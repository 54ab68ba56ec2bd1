/** A change of each value: a sum, then a mask, then an inversion. */
export interface ValueChange {
  /** Added to the value, -255 to 255; the sum is limited to 0 to 255. */
  readonly added: number;
  /** The bits that are kept. */
  readonly mask: number;
  /** The least value that is inverted; 256 inverts none. */
  readonly inverted: number;
}

const NONE: ValueChange = { added: 0, mask: 255, inverted: 256 };

/** The change that a table of 256 values makes; `undefined` if it makes no such change. */
export function valueChange(table: Uint8Array): ValueChange | undefined {
  const [first, last] = [table[0]!, table[255]!];
  const sum = { ...NONE, added: first > 0 ? first : last - 255 };
  if (makes(table, sum)) return sum;
  const masked = { ...NONE, mask: last };
  if (makes(table, masked)) return masked;
  const inverse = { ...NONE, inverted: table.findIndex((entry, value) => entry !== value) };
  return makes(table, inverse) ? inverse : undefined;
}

function makes(table: Uint8Array, { added, mask, inverted }: ValueChange): boolean {
  for (let value = 0; value < 256; value++) {
    const sum = value + added;
    const kept = (sum < 0 ? 0 : sum > 255 ? 255 : sum) & mask;
    if (table[value] !== (kept >= inverted ? 255 - kept : kept)) return false;
  }
  return true;
}
