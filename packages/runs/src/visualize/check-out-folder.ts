import { SproutError } from '@sprout/core';

/** The extensions of files that a user may expect from a command that makes pictures. */
const FILE = /\.(?:png|jpe?g|webp|gif|svg|bmp|tiff?|avif|pdf|html?|json|csv)$/i;

/**
 * Checks the `out` of a command that writes several files into a folder.
 *
 * @throws {SproutError} `option-invalid` for the name of a file.
 */
export function checkOutFolder(out: string | undefined): void {
  if (out === undefined || !FILE.test(out)) return;
  const rule = 'the name of a folder, because several files are written into it';
  throw new SproutError('option-invalid', { option: 'out', value: out, rule });
}
