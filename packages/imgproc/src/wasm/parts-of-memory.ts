/** Parts of memory start at multiples of this many bytes. */
const ALIGNMENT = 16;

/** The addresses of consecutive parts of memory, each a multiple of 16. */
export function addressesOf(free: number, lengths: readonly number[]): number[] {
  let next = free;
  return lengths.map((length) => {
    const start = next;
    next += aligned(length);
    return start;
  });
}

/** The bytes of all parts. */
export function spaceOf(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + aligned(length), 0);
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
