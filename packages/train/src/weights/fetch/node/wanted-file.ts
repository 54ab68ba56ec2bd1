import { SproutError } from '@sprout/core';
import type { FileHash } from '../file-hash.ts';
import { shownAddress } from './shown-address.ts';

/** A file to download: where from, where to, and what is known about it. */
export interface WantedFile {
  readonly address: URL;
  /** The path of the finished file. */
  readonly path: string;
  /** Its name in messages. */
  readonly name: string;
  readonly bytes?: number | undefined;
  readonly hash?: FileHash | undefined;
  /** What to do instead of downloading, as a clause for messages. */
  readonly instead: string;
}

/** The error `download-failed`, for the caller to throw. `kept` is the number of bytes that the next download continues after. */
export function failed(
  { address, name, instead }: WantedFile,
  { reason, kept = 0, cause }: { reason: string; kept?: number; cause?: unknown },
): SproutError {
  const resumed = kept === 0 ? '' : `the next download continues after ${kept} bytes; `;
  const advice = `${resumed}${instead}`;
  const context = { file: name, address: shownAddress(address), reason, advice };
  return new SproutError('download-failed', context, { cause });
}

/** The error `download-refused`, for the caller to throw. */
export function refused({ address, name, instead }: WantedFile, reason: string): SproutError {
  const advice = `try again later, or ${instead}`;
  return new SproutError('download-refused', {
    file: name,
    address: shownAddress(address),
    reason,
    advice,
  });
}
