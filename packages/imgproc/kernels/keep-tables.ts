import { DEFINITION_BYTES, definitionAt, KEPT, keptAt } from './layout';
import { makeLookup } from './lookup';
import { makePairs, makeSkips } from './pairs';

/** For each AC table: the largest value that its pairs were made for, and whether its skips were made. */
const PAIRS_MADE = memory.data<i32>([0, 0, 0, 0]);
const SKIPS_MADE = memory.data<i32>([0, 0, 0, 0]);

/** Makes the lookup of a table, unless it is that of the last image: most encoders always write the same tables. */
export function needLookup(table: usize): bool {
  if (isKept(table)) return true;
  store<u8>(KEPT + table, 0);
  if (!makeLookup(table)) return false;
  memory.copy(keptAt(table), definitionAt(table), DEFINITION_BYTES);
  store<u8>(KEPT + table, 1);
  if (table >= 4) {
    store<i32>(PAIRS_MADE + 4 * (table - 4), 0);
    store<i32>(SKIPS_MADE + 4 * (table - 4), 0);
  }
  return true;
}

function isKept(table: usize): bool {
  if (load<u8>(KEPT + table) === 0) return false;
  return memory.compare(keptAt(table), definitionAt(table), DEFINITION_BYTES) === 0;
}

/** Makes the pairs of an AC table, after its lookup, unless they were made for the same largest value. */
export function needPairs(table: usize, largest: i32): void {
  const made = PAIRS_MADE + 4 * (table - 4);
  if (load<i32>(made) === largest) return;
  makePairs(table, largest);
  store<i32>(made, largest);
}

export function needSkips(table: usize): void {
  const made = SKIPS_MADE + 4 * (table - 4);
  if (load<i32>(made) === 1) return;
  makeSkips(table);
  store<i32>(made, 1);
}
