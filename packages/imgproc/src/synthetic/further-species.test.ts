import { expect, test } from 'vitest';
import { furtherSpecies } from './further-species.ts';
import type { Species } from './species.ts';

const made = Array.from({ length: 38 }, (_, number) => furtherSpecies(12 + number));

const blades = made.flatMap(({ leaf: { outline } }) => (outline.kind === 'blade' ? [outline] : []));
const discs = made.flatMap(({ leaf: { outline } }) => (outline.kind === 'disc' ? [outline] : []));

/** The numbers of a kind, smallest and largest. */
const extremes = (numbers: readonly number[]) => [Math.min(...numbers), Math.max(...numbers)];

test('a position always gives the same species, and each position another one', () => {
  expect(furtherSpecies(30)).toEqual(furtherSpecies(30));
  const withoutName = made.map(({ name: _name, ...species }: Species) => JSON.stringify(species));
  expect(new Set(withoutName).size).toBe(38);
});

test('a species is named by its position', () => {
  expect([made[0]?.name, made[37]?.name]).toEqual(['Species 13', 'Species 50']);
});

test('there are blades with pinnate veins and discs with palmate veins', () => {
  expect(blades.length).toBeGreaterThan(10);
  expect(discs.length).toBeGreaterThan(5);
  for (const { leaf } of made) {
    expect(leaf.veins).toBe(leaf.outline.kind === 'blade' ? 'pinnate' : 'palmate');
  }
});

test('every arrangement occurs', () => {
  expect(new Set(made.map(({ arrangement }) => arrangement.turn))).toEqual(
    new Set([90, 137.5, 36]),
  );
});

test('the most leaves are twice the fewest, and fill at least one node', () => {
  for (const { leaves, arrangement } of made) {
    expect(leaves[1]).toBe(2 * leaves[0]);
    expect(leaves[0]).toBeGreaterThanOrEqual(Math.max(2, arrangement.perNode));
  }
});

test('seed leaves are blades without teeth', () => {
  for (const { seedLeaf } of made) {
    expect(seedLeaf?.outline.kind).toBe('blade');
    expect(seedLeaf?.outline).not.toHaveProperty('margin');
  }
});

test('the outlines stay in the range of leaves', () => {
  const [narrowest, widest] = extremes(blades.map(({ aspect }) => aspect));
  expect(narrowest).toBeGreaterThanOrEqual(0.2);
  expect(widest).toBeLessThan(0.8);
  for (const { margin } of blades) {
    expect([2, 3, 4, 5, 6, 7, 8, 9]).toContain(margin?.teeth);
    expect(margin?.depth).toBeLessThan(0.8);
  }
  for (const { lobes } of discs) {
    expect([3, 5, 7, 9]).toContain(lobes?.count);
    expect(lobes?.depth).toBeLessThan(0.55);
  }
});

test('some leaves are entire and others are cut', () => {
  for (const depths of [
    blades.map(({ margin }) => margin?.depth),
    discs.map(({ lobes }) => lobes?.depth),
  ]) {
    expect(depths).toContain(0);
    expect(depths.some((depth) => depth !== undefined && depth >= 0.2)).toBe(true);
  }
});
