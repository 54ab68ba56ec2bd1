import { SproutError } from '../errors/sprout-error.ts';

/** The least limit in bytes: a small file of zeros may be compressed by a larger factor. */
const FLOOR = 32 * 2 ** 20;
/** The largest factor of compression. Pruned and quantised weights are compressed by 5 to 10, zip bombs by 1000. */
const RATIO = 16;

/** The content of a file in memory, with its errors and a limit on what it is expanded to. */
export interface ByteSource {
  readonly bytes: Uint8Array;
  readonly file: string;
  /** The error `file-invalid` with this reason, for the caller to throw. */
  readonly invalid: (reason: string) => SproutError;
  /**
   * Counts memory that is about to be allocated, such as inflated bytes or the numbers of a tensor.
   *
   * @param what Names the part of the file in the error.
   * @throws {SproutError} `file-invalid` if the total is above both 32 MiB and 16 times the size of the file.
   */
  readonly claim: (what: string, bytes: number) => void;
}

/**
 * A byte source of a file.
 *
 * @param bytes The content of the file. Not copied.
 * @param file Names the file in errors.
 * @param sizeOfAll The size in bytes of the file and the files that belong to it; that of the file by default.
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
