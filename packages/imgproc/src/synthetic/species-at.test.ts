import { expect, test } from 'vitest';
import { furtherSpecies } from './further-species.ts';
import { speciesAt } from './species-at.ts';
import { SPECIES } from './species-table.ts';

test('the first species are those of the table', () => {
  expect(speciesAt(0)).toBe(SPECIES[0]);
  expect(speciesAt(11)).toBe(SPECIES[11]);
});

test('the species beyond the table are made up', () => {
  expect(speciesAt(12)).toEqual(furtherSpecies(12));
  expect(speciesAt(12).name).toBe('Species 13');
});
