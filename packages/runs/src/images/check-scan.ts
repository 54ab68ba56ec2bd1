import { type ScannedFolder, SproutError } from '@sprout/core';
import type { Context } from '../event/run-context.ts';
import type { BadImagePolicy } from '../options/limits.ts';

export interface CheckScanOptions extends Pick<Context, 'say'> {
  readonly onBad: BadImagePolicy;
}

/**
 * Says what a scan left out.
 *
 * @throws {SproutError} `images-bad` with `onBad: "fail"` where images may be lost, in a folder that cannot be read for example.
 */
export function checkScan(
  { samples, skipped, warnings }: ScannedFolder,
  { onBad, say }: CheckScanOptions,
): void {
  const lost = skipped.filter(({ unreachable }) => unreachable);
  const [first] = lost;
  if (first !== undefined && onBad === 'fail') {
    throw new SproutError('images-bad', {
      count: lost.length,
      total: samples.length + lost.length,
      first: `${first.path} is left out: ${first.reason}`,
    });
  }
  for (const { path, reason } of lost) say({ type: 'path-left-out', path, reason });
  for (const warning of warnings) say(warning);
  const count = skipped.length - lost.length;
  if (count > 0) say({ type: 'files-passed-over', count });
}
