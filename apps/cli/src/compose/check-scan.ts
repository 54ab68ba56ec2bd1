import { type ScannedFolder, type ScanWarning, SproutError } from '@sprout/core';
import { countedIs } from '../terminal/counted-is.ts';
import type { Reporter } from '../terminal/reporter.ts';

export interface CheckScanOptions {
  readonly onBad: 'fail' | 'skip';
  readonly reporter: Reporter;
}

/**
 * Says what a scan left out.
 *
 * @throws {SproutError} `images-bad` with `onBad: "fail"` where images may be lost: in a folder that cannot be read, say.
 */
export function checkScan(
  { samples, skipped, warnings }: ScannedFolder,
  { onBad, reporter }: CheckScanOptions,
): void {
  const lost = skipped.filter(({ unreachable }) => unreachable);
  const sentences = lost.map(({ path, reason }) => `${path} is left out: ${reason}`);
  if (lost.length > 0 && onBad === 'fail') {
    const total = samples.length + lost.length;
    throw new SproutError('images-bad', { count: lost.length, total, first: sentences[0]! });
  }
  for (const sentence of [...sentences, ...warnings.map(scanWarning)]) reporter.warn(sentence);
  const others = skipped.length - lost.length;
  if (others > 0) reporter.note(`${countedIs(others, 'other file')} passed over`);
}

/** A scan's warning as a sentence. */
export function scanWarning(warning: ScanWarning): string {
  return warning.type === 'class-without-images'
    ? `the folder ${warning.className} holds no images, so there is no class of that name`
    : `${warning.classNames.join(' and ')} look the same but are written differently: two classes`;
}
