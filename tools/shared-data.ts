import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../shared/data/', import.meta.url));

/**
 * A path in the folder `shared/data` beside the checkout, or `undefined` if it does not exist. Tests on real data are then skipped:
 * `test.skipIf(sharedData('seedlings') === undefined)('... (needs ../shared/data/seedlings)', ...)`.
 */
export function sharedData(path: string): string | undefined {
  return existsSync(folder + path) ? folder + path : undefined;
}
