import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { growPlant, type Leaf } from './plant.ts';
import { blade } from './leaf-form.ts';
import type { Species } from './species.ts';
import { speciesAt } from './species-at.ts';
import { SPECIES } from './species-table.ts';

const MAIZE = SPECIES.find(({ name }) => name === 'Maize')!;
const CLEAVERS = SPECIES.find(({ name }) => name === 'Cleavers')!;

const grown = (species: Species, number = 0, size = 150): readonly Leaf[] =>
  growPlant(species, size, rngAt(0, ['plant', number]));
const blades = (leaves: readonly Leaf[]) => leaves.filter(({ veins }) => veins !== 'none');
const every = Array.from({ length: 20 }, (_, position) => speciesAt(position));
const numbers = Array.from({ length: 30 }, (_, number) => number);

test('the same stream gives the same plant, and another stream another one', () => {
  expect(grown(MAIZE)).toEqual(grown(MAIZE));
  expect(grown(MAIZE, 1)).not.toEqual(grown(MAIZE));
});

test('twice the size gives the same plant, twice as large', () => {
  for (const species of every) {
    const places = (leaves: readonly Leaf[], factor: number) =>
      leaves.map(({ outline: _outline, veins: _veins, ...leaf }) => ({
        ...leaf,
        x: leaf.x * factor,
        y: leaf.y * factor,
        length: leaf.length * factor,
        height: leaf.height * factor,
      }));
    expect(places(grown(species, 0, 128), 1)).toEqual(places(grown(species, 0, 64), 2));
  }
});

test('a grass has blades only, one for each node', () => {
  const counts = numbers.map((number) => {
    const leaves = grown(MAIZE, number);
    expect(blades(leaves)).toEqual(leaves);
    return leaves.length;
  });
  expect(new Set(counts)).toEqual(new Set([3, 4, 5]));
});

test('whorls are full: the number of leaves is rounded up', () => {
  const counts = numbers.map((number) => blades(grown(CLEAVERS, number)).length - 2);
  expect(new Set(counts)).toEqual(new Set([5, 10, 15]));
  expect(blades(grown({ ...CLEAVERS, leaves: [6, 6] }))).toHaveLength(2 + 10);
});

test('two seed leaves lie opposite each other below the other leaves', () => {
  for (const number of numbers) {
    const [first, second, third] = blades(grown(CLEAVERS, number));
    expect(first?.outline).toEqual(CLEAVERS.seedLeaf?.outline);
    expect(second?.outline).toEqual(CLEAVERS.seedLeaf?.outline);
    expect(third?.outline).toEqual(CLEAVERS.leaf.outline);
    expect(Math.cos(second!.angle - first!.angle)).toBeLessThan(-0.5);
    expect([first?.age, second?.age]).toEqual([1, 1]);
  }
});

test('leaves are painted from the lowest to the highest', () => {
  for (const species of every) {
    const heights = grown(species).map(({ height }) => height);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(heights[0]).toBeCloseTo(150 * 0.012, 9);
  }
});

test('a stalk leads from the middle of the plant to its blade', () => {
  const form = blade({ aspect: 0.4, base: 0.5, tip: 0.5, petiole: 0.5 });
  const leaves = grown({ ...CLEAVERS, seedLeaf: form, leaf: form });
  expect(leaves.length % 2).toBe(0);
  const [middle] = leaves;
  for (let at = 0; at < leaves.length; at += 2) {
    const [stalk, leaf] = [leaves[at]!, leaves[at + 1]!];
    expect([stalk.veins, leaf.veins]).toEqual(['none', 'pinnate']);
    expect([stalk.x, stalk.y]).toEqual([middle!.x, middle!.y]);
    expect([stalk.angle, stalk.height]).toEqual([leaf.angle, leaf.height]);
    expect(Math.hypot(leaf.x - stalk.x, leaf.y - stalk.y)).toBeCloseTo(0.5 * leaf.length, 9);
    expect(stalk.length).toBeCloseTo(0.54 * leaf.length, 9); // it overlaps its blade a little
    expect(stalk.outline.aspect).toBeLessThanOrEqual(0.5);
  }
});

test('each plant stands near the centre and fills a large part of the picture', () => {
  for (const species of every) {
    for (const number of numbers) {
      const leaves = grown(species, number);
      const [{ x, y } = { x: 0, y: 0 }] = leaves;
      const reach = blades(leaves).map((leaf) => Math.hypot(leaf.x - x, leaf.y - y) + leaf.length);
      expect(Math.hypot(x - 75, y - 75)).toBeLessThan(150 * 0.2);
      expect(Math.max(...reach)).toBeGreaterThan(150 * 0.42 - 1e-9);
      expect(Math.max(...reach)).toBeLessThan(150 * 0.54 + 1e-9);
    }
  }
});

test('leaves have an age from just above 0 to 1', () => {
  for (const species of every) {
    for (const number of numbers) {
      const ages = grown(species, number).map(({ age }) => age);
      expect(Math.min(...ages)).toBeGreaterThan(0);
      expect(Math.max(...ages)).toBeLessThanOrEqual(1);
    }
  }
});

test('the leaves of a spiral are younger the higher they are, those of a grass are not', () => {
  const charlock = SPECIES.find(({ name }) => name === 'Charlock')!;
  for (const number of numbers) {
    const ages = blades(grown(charlock, number)).map(({ age }) => age);
    expect(ages).toEqual(ages.toSorted((a, b) => b - a));
    expect(ages.at(-1)).toBeLessThanOrEqual(0.4);
    for (const { age } of grown(MAIZE, number)) expect(age).toBeGreaterThanOrEqual(0.55);
  }
});
