import { expect, test } from 'vitest';
import { areaNeighbours, neighbours, neighboursInside } from './linear-neighbours.ts';

test('halving gives both pixels of each pair the same weight', () => {
  expect(neighbours(4, 2)).toEqual({
    first: Int32Array.of(0, 2),
    firstWeight: Int32Array.of(1024, 1024),
    secondWeight: Int32Array.of(1024, 1024),
  });
});

test('the same size gives each pixel the weight 1', () => {
  const { first, firstWeight, secondWeight } = neighbours(3, 3);
  expect([...first]).toEqual([0, 1, 2]);
  expect([...firstWeight]).toEqual([2048, 2048, 2048]);
  expect([...secondWeight]).toEqual([0, 0, 0]);
});

test('doubling reaches beyond both edges, and neighboursInside puts that weight on them', () => {
  const wide = neighbours(2, 4);
  expect([...wide.first]).toEqual([-1, 0, 0, 1]);
  expect([...wide.secondWeight]).toEqual([1536, 512, 1536, 512]);
  const { first, firstWeight, secondWeight } = neighboursInside(2, 4);
  expect([...first]).toEqual([0, 0, 0, 1]);
  expect([...firstWeight]).toEqual([2048, 1536, 512, 2048]);
  expect([...secondWeight]).toEqual([0, 512, 1536, 0]);
});

test('the weights of a position add up to one', () => {
  const { firstWeight, secondWeight } = neighbours(37, 23);
  for (const [at, weight] of firstWeight.entries()) expect(weight + secondWeight[at]!).toBe(2048);
});

test('for areas, a pixel that lies in one source pixel is that pixel, and another is a mean of two', () => {
  const { first, firstWeight, secondWeight } = areaNeighbours(2, 3);
  expect([...first]).toEqual([0, 0, 1]);
  expect([...firstWeight]).toEqual([2048, 1024, 2048]);
  expect([...secondWeight]).toEqual([0, 1024, 0]);
});
