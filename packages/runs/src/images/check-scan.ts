import { type ScannedFolder, SproutError } from '@sprout/core';
import type { Context } from '../event/run-context.ts';
import type { BadImagePolicy } from '../options/limits.ts';

export interface CheckScanOptions extends Pick<Context, 'emit'> {
  readonly onBad: BadImagePolicy;
  /** The parts that the configuration states. Those that the scan found are an event. */
  readonly parts?: ScannedFolder['parts'] | undefined;
}

/**
 * Emits events about the paths that a scan left out.
 *
 * @throws {SproutError} `images-bad` if `onBad` is `fail` and images may be missing, because a folder cannot be read for example.
 */
export function checkScan(
  { folder, samples, skipped, warnings, parts }: ScannedFolder,
  { onBad, parts: stated, emit }: CheckScanOptions,
): void {
  if (parts !== undefined && stated === undefined) emit({ type: 'folder-divided', folder, parts });
  const lost = skipped.filter(({ unreachable }) => unreachable);
  const [first] = lost;
  if (first !== undefined && onBad === 'fail') {
    throw new SproutError('images-bad', {
      count: lost.length,
      total: samples.length + lost.length,
      first: `${first.path} is left out: ${first.reason}`,
    });
  }
  for (const { path, reason } of lost) emit({ type: 'path-left-out', path, reason });
  for (const warning of warnings) emit(warning);
  const count = skipped.length - lost.length;
  if (count > 0) emit({ type: 'files-passed-over', count });
}
