import { expect, test } from 'vitest';
import { sha256 } from '../../fixtures/kernels.ts';
import { imgaug } from '../../fixtures/imgaug.ts';
import { addNoise } from '../kernels/add-noise.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { CHI_SQUARE, chiSquare, kolmogorov, uniformOn } from '../../test/distribution.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { additiveGaussianNoise } from './additive-gaussian-noise.ts';

const spec = { op: 'additive-gaussian-noise' };
const grey = { height: 150, width: 150, channels: 3, data: new Uint8Array(67_500).fill(128) };

interface Numbers {
  readonly mean: number;
  readonly deviation: number;
  readonly perChannel: boolean;
  readonly key: readonly number[];
}

test('with the same normal numbers, every pixel of 50 images is that of imgaug', () => {
  for (const { image, noise, normals, sha256: expected } of imgaug)
    expect(sha256(addNoise(image, { normals, ...noise }).data)).toBe(expected.noise);
});

test('noise has the mean and deviation of its numbers, rounded to whole grey levels', () => {
  const numbers = { mean: 4.25, deviation: 9, perChannel: true, key: [1, 2] };
  const { data } = applyOp(spec, grey, numbers);
  const noise = Array.from(data, (value) => value - 128);
  const mean = noise.reduce((sum, each) => sum + each, 0) / noise.length;
  const variance = noise.reduce((sum, each) => sum + (each - mean) ** 2, 0) / noise.length;
  expect(Math.abs(mean - 4.25)).toBeLessThan((3.3 * 9) / Math.sqrt(noise.length));
  const rounded = 81 + 1 / 12;
  expect(Math.abs(variance / rounded - 1)).toBeLessThan(3.3 * Math.sqrt(2 / noise.length));
});

test('all channels have the same noise, or each its own', () => {
  const numbers = { mean: 0, deviation: 9, key: [1, 2] };
  const differences = (perChannel: boolean) => {
    const { data } = applyOp(spec, grey, { ...numbers, perChannel });
    return data.filter((value, at) => value !== data[at - (at % 3)]).length / data.length;
  };
  expect(differences(false)).toBe(0);
  expect(differences(true)).toBeGreaterThan(0.6);
});

test('other keys give other noise', () => {
  const noise = (key: number[]) =>
    applyOp(spec, grey, { mean: 0, deviation: 9, perChannel: false, key }).data.join();
  expect(noise([1, 2])).toBe(noise([1, 2]));
  expect(new Set([noise([1, 2]), noise([1, 3]), noise([2, 1])]).size).toBe(3);
});

test('draws mean and deviation uniformly, for some images noise for each channel', () => {
  const given = { ...spec, mean: [-1, 1], deviation: [0, 12.75], perChannel: 0.5 };
  const drawn = drawnNumbers<Numbers>(given, 1500);
  const means = drawn.map(({ mean }) => mean);
  expect(kolmogorov(means, uniformOn(-1, 1))).toBeLessThan(1.95);
  const deviations = drawn.map(({ deviation }) => deviation);
  expect(kolmogorov(deviations, uniformOn(0, 12.75))).toBeLessThan(1.95);
  const kinds = drawn.map(({ perChannel }) => String(perChannel));
  const evenly = new Map([
    ['true', 0.5],
    ['false', 0.5],
  ]);
  expect(chiSquare(kinds, evenly)).toBeLessThan(CHI_SQUARE[1]);
  expect(new Set(drawn.map(({ key }) => key.join())).size).toBe(drawn.length);
});

test.each([
  ['deviation', [2, 1]],
  ['deviation', [-1, 1]],
  ['mean', [Number.NaN, 1]],
  ['perChannel', 1.5],
])('the field %s may not be %j', (field, value) => {
  expect(() => setUpOps([{ ...spec, [field]: value }])).toThrow(field);
});

test('keeps the contract of ops', () => {
  const given = { ...spec, perChannel: 0.5 };
  expect(contractViolations(additiveGaussianNoise, given, numbered(3, 4))).toEqual([]);
});
