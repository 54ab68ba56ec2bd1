import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../shared/data/', import.meta.url));

/**
 * A path under `../shared/data` beside the checkout, or `undefined` where it is not there: tests on real data skip then,
 * `test.skipIf(sharedData('seedlings') === undefined)('... (needs ../shared/data/seedlings)', ...)`.
 */
export function sharedData(path: string): string | undefined {
  return existsSync(folder + path) ? folder + path : undefined;
}
