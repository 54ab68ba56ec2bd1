import { expect, test } from 'vitest';
import { GIVEN_AWAY } from './plan-sample.ts';
import { SPECIES } from './species-table.ts';

const grasses = ['Maize', 'Common wheat', 'Black-grass', 'Loose Silky-bent'];

test('there are twelve species, each with a name of its own that can name a folder', () => {
  const names = SPECIES.map(({ name }) => name);
  expect(new Set(names).size).toBe(12);
  expect(names.filter((name) => !/^[A-Z][-A-Za-z’ ]*[a-z]$/.test(name))).toEqual([]);
});

test('the class with pale soil is in every data set', () => {
  expect(SPECIES.slice(0, 2).map(({ name }) => name)).toContain(GIVEN_AWAY);
});

test('grasses have no seed leaves, and leaves without stalks and with parallel veins', () => {
  const without = SPECIES.filter(({ seedLeaf }) => seedLeaf === undefined);
  expect(without.map(({ name }) => name)).toEqual(grasses);
  for (const { leaf } of without) expect(leaf).toMatchObject({ petiole: 0, veins: 'parallel' });
});

test.each(SPECIES)('the numbers of $name are those of a plant', (species) => {
  const { leaf, seedLeaf = leaf, arrangement, leaves, vigour } = species;
  expect(leaves[0]).toBeGreaterThanOrEqual(1);
  expect(leaves[1]).toBeGreaterThanOrEqual(leaves[0]);
  expect(arrangement.perNode).toBeGreaterThanOrEqual(1);
  expect(vigour).toBeGreaterThan(0);
  for (const { outline, petiole } of [leaf, seedLeaf]) {
    expect(outline.aspect).toBeGreaterThan(0);
    expect(petiole).toBeGreaterThanOrEqual(0);
  }
});

test('no two species have the same leaves', () => {
  expect(new Set(SPECIES.map(({ leaf }) => JSON.stringify(leaf))).size).toBe(12);
});
