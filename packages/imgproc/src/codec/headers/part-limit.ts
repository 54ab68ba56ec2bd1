/** More chunks, segments, blocks or boxes than a real file has. The largest file that is read has 65,536 chunks of 8 KB. */
export const MOST_PARTS = 2 ** 18;

/** A file has so many parts that reading it could take minutes. */
export class TooManyParts extends Error {
  override readonly name = 'TooManyParts';

  /** @param kind The parts, in the plural. */
  constructor(kind: string) {
    super(`it has more than ${MOST_PARTS} ${kind}`);
  }
}
