import { readFileSync } from 'node:fs';

/** The version of Sprout, for records and model cards: this package's, which is also that of the program. */
export function version(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version; // npm packs no package without one
}
