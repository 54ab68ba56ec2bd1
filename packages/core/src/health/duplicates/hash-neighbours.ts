const BANDS = 4;
const BITS = 16;
/** Every pair within this distance is found: at least one of its four bands then differs in at most one bit. */
const REACH = 7;

/** The positions of two 64-bit hashes that differ in few bits. `a` is the smaller position. */
export interface Neighbours {
  readonly a: number;
  readonly b: number;
  readonly distance: number;
}

/**
 * All pairs of hashes that differ in at most 7 of 64 bits (multi-index hashing). Only hashes are compared that differ in
 * at most one bit in one of four bands. Band `n` has bit `n` of each digit, so that each band covers the whole picture;
 * a band that covered one part of it, the plain ground above a subject for example, would be equal in most pictures. Time
 * and memory are linear in the number of hashes when the hashes are spread out.
 *
 * @param hashes 16 hexadecimal digits each, no two equal.
 */
export function* hashNeighbours(hashes: readonly string[]): Generator<Neighbours, void, undefined> {
  const bands = Uint16Array.from({ length: hashes.length * BANDS }, (_, at) =>
    bandOf(hashes[Math.floor(at / BANDS)]!, at % BANDS),
  );
  const buckets = Array.from({ length: BANDS }, () => new Map<number, number[]>());
  for (let b = 0; b < hashes.length; b++) {
    const seen = new Set<number>();
    for (let band = 0; band < BANDS; band++) {
      const value = bands[b * BANDS + band]!;
      gather(buckets[band]!, value, seen);
      const bucket = buckets[band]!.get(value);
      if (bucket === undefined) buckets[band]!.set(value, [b]);
      else bucket.push(b);
    }
    for (const a of seen) {
      const distance = bitsApart(bands, a, b);
      if (distance <= REACH) yield { a, b, distance };
    }
  }
}

/** Bit `n` of each of the 16 digits. */
function bandOf(hash: string, n: number): number {
  let band = 0;
  for (const digit of hash) band = (band << 1) | ((Number.parseInt(digit, 16) >> n) & 1);
  return band;
}

/** Adds the positions in the bucket of `value` and in the buckets that differ from it in one bit. */
function gather(
  buckets: ReadonlyMap<number, readonly number[]>,
  value: number,
  seen: Set<number>,
): void {
  for (let bit = -1; bit < BITS; bit++) {
    const bucket = buckets.get(bit < 0 ? value : value ^ (1 << bit));
    if (bucket !== undefined) for (const position of bucket) seen.add(position);
  }
}

function bitsApart(bands: Uint16Array, a: number, b: number): number {
  let count = 0;
  for (let band = 0; band < BANDS; band++) {
    let bits = bands[a * BANDS + band]! ^ bands[b * BANDS + band]!;
    for (; bits !== 0; bits &= bits - 1) count++;
  }
  return count;
}
