import { furtherSpecies } from './further-species.ts';
import type { Species } from './species.ts';
import { SPECIES } from './species-table.ts';

/** The species at a position: first those of the table, then made-up ones. */
export function speciesAt(position: number): Species {
  return SPECIES[position] ?? furtherSpecies(position);
}
