import { readFileSync } from 'node:fs';

/** The version of Sprout for records and model cards: that of this package, which is also that of the program. */
export function version(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version; // npm does not pack a package without a version
}
