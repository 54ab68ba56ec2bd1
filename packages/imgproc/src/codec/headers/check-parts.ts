/** More chunks, segments, blocks or boxes than any photograph has. Reading millions of empty ones would take minutes. */
const MOST_PARTS = 100_000;

/** The message of the error of `checkParts`. */
export const TOO_MANY_PARTS = 'it has more than 100,000 parts beside its pixels';

/** @throws {RangeError} `TOO_MANY_PARTS` */
export function checkParts(count: number): void {
  if (count > MOST_PARTS) throw new RangeError(TOO_MANY_PARTS);
}
