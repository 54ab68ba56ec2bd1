import { isWithin, realPath, SproutError } from '@sprout/core';

export interface CheckOutsideOptions {
  /** The option with the path. */
  readonly option: string;
  /** The value of the option in the error; by default the path. */
  readonly value?: string | undefined;
}

/**
 * Checks that a path is not inside a data set, links followed. Writing there could overwrite an image, and the next scan would
 * read the new files as images.
 *
 * @throws {SproutError} `option-invalid`
 */
export async function checkOutside(
  folder: string,
  out: string,
  { option, value = out }: CheckOutsideOptions,
): Promise<void> {
  if (!isWithin(await realPath(out), await realPath(folder))) return;
  throw new SproutError('option-invalid', { option, value, rule: `outside of ${folder}` });
}
