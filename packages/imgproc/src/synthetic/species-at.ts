import { furtherSpecies } from './further-species.ts';
import type { Species } from './species.ts';
import { SPECIES } from './species-table.ts';

/** The species at a position: from the table, or made up beyond its end. */
export function speciesAt(position: number): Species {
  return SPECIES[position] ?? furtherSpecies(position);
}
