import { type AliasTables, emptyAliasTables, fillAliasTable } from './alias-tables.ts';
import { normalCdf } from './normal-cdf.ts';

/** Differences of two bytes. */
const LARGEST = 255;
const BITS = 9;

/**
 * The table that draws rounded normal numbers from -255 to 255; numbers beyond count as the last ones. A byte plus such a number is the
 * byte plus a normal number, rounded once.
 */
export function normalTable(mean: number, deviation: number): AliasTables {
  const scale = 1 / Math.max(deviation, 1e-9);
  const probabilities = new Float64Array(2 * LARGEST + 1);
  let below = 0;
  for (let at = 0; at < probabilities.length; at++) {
    const end = at === 2 * LARGEST ? 1 : normalCdf((at - LARGEST + 0.5 - mean) * scale);
    probabilities[at] = end - below;
    below = end;
  }
  const tables = emptyAliasTables(1, BITS);
  fillAliasTable(tables, 0, {
    probabilities,
    valueAt: (at) => Math.min(at, 2 * LARGEST) - LARGEST,
  });
  return tables;
}
