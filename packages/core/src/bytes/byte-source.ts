import { SproutError } from '../errors/sprout-error.ts';

/** Files up to this size may be expanded further: compressed zeros of a small model are sound. */
const FLOOR = 32 * 2 ** 20;
/** Weights that were pruned and quantised are compressed to a fifth or a tenth; bombs to a thousandth. */
const RATIO = 16;

/** A file that is being read, whole and in memory. */
export interface ByteSource {
  readonly bytes: Uint8Array;
  readonly file: string;
  /** The error `file-invalid` with this reason, for the caller to throw. */
  readonly invalid: (reason: string) => SproutError;
  /**
   * Announces memory that is about to be allocated: inflated bytes, or the numbers of a tensor.
   *
   * @throws {SproutError} `file-invalid` if the total exceeds 16 times the file's size and 32 MiB.
   */
  readonly claim: (what: string, bytes: number) => void;
}

/**
 * @param file Names the file in errors.
 * @param sizeOfAll The size of the file and the files that belong to it.
 */
export function byteSource(
  bytes: Uint8Array,
  file: string,
  sizeOfAll: number = bytes.length,
): ByteSource {
  const limit = Math.max(FLOOR, RATIO * sizeOfAll);
  let claimed = 0;
  const invalid = (reason: string): SproutError =>
    new SproutError('file-invalid', { file, reason });
  const claim = (what: string, count: number): void => {
    claimed += count;
    if (claimed <= limit) return;
    throw invalid(
      `${what} has ${count} bytes, ${claimed} with all before it; a file of ${sizeOfAll} bytes may hold ${limit}`,
    );
  };
  return { bytes, file, invalid, claim };
}
