import type { Objective } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { type Plane, planeSource } from '../../test/plane-source.ts';
import type { AscendOptions, AscentStep } from './ascend-options.ts';
import { ascend } from './ascend.ts';
import { bookAscent, modernAscent } from './presets.ts';

const SHAPE = [6, 8, 3] as const;
const SIZE = 6 * 8 * 3;
const weights = Float32Array.from({ length: SIZE }, (_, at) => Math.sin(1 + at * at));
const linear: Plane = {
  value: (image) => image.reduce((sum, pixel, at) => sum + pixel * weights[at]!, 0),
  gradient: () => weights,
};
const objective: Objective = [{ layer: 'any', measure: 'mean-square' }];
const units = { mean: [124, 117, 104], deviation: [1, 2, 4] };
const book = (more: Partial<AscendOptions> = {}): AscendOptions => ({
  ...bookAscent({ units, steps: 3 }),
  objective,
  seed: 0,
  ...more,
});
const modern = (more: Partial<AscendOptions> = {}): AscendOptions => ({
  ...modernAscent({ steps: 3 }),
  objective,
  seed: 0,
  ...more,
});

describe('the loop of the book', () => {
  test('starts with noise from 0 to 1 and makes steps of the rate, in the units of the inputs', async () => {
    const source = planeSource(linear, SHAPE);
    const { images, end, steps } = await ascend(source, book());
    expect({ end, steps }).toEqual({ end: 'done', steps: 3 });
    const inUnits = (pixels: Float32Array) =>
      pixels.map((pixel, at) => (pixel - units.mean[at % 3]!) / units.deviation[at % 3]!);
    const start = inUnits(source.asked[0]!);
    expect(start.every((value) => value > -1e-4 && value < 1.0001)).toBe(true);
    const gradient = weights.map((weight, at) => weight * units.deviation[at % 3]!);
    const rms = Math.sqrt(gradient.reduce((sum, value) => sum + value * value, 0) / SIZE);
    inUnits(images).forEach((value, at) =>
      expect(value).toBeCloseTo(start[at]! + (3 * 0.1 * gradient[at]!) / (rms + 1e-7), 4),
    );
  });

  test('raises the objective in every step', async () => {
    const seen: number[] = [];
    await ascend(
      planeSource(linear, SHAPE),
      book({ onStep: ({ values }) => seen.push(values[0]!) }),
    );
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(seen).size).toBe(3);
  });
});

describe('the style of lucid', () => {
  test('keeps the pixels from 0 to 255 and raises the objective', async () => {
    const source = planeSource(linear, SHAPE);
    const { images } = await ascend(source, modern({ steps: 40, transforms: [] }));
    expect(images.every((pixel) => pixel >= 0 && pixel <= 255)).toBe(true);
    expect(linear.value(images)).toBeGreaterThan(linear.value(source.asked[0]!) + 1000);
  });

  test('shows the model another view in each step', async () => {
    const source = planeSource({ ...linear, gradient: () => new Float32Array(SIZE) }, SHAPE);
    await ascend(source, modern());
    expect(source.asked[0]).not.toEqual(source.asked[1]);
  });
});

test.each([book, modern])(
  'the same seed gives the same pictures, another seed others',
  async (of) => {
    const make = async (more: Partial<AscendOptions>) =>
      (await ascend(planeSource(linear, SHAPE), of(more))).pictures;
    const first = await make({ seed: 5 });
    expect(await make({ seed: 5 })).toEqual(first);
    expect(await make({ seed: 6 })).not.toEqual(first);
    expect(await make({ seed: 5, address: ['other'] })).not.toEqual(first);
  },
);

test('several images rise at the same time, each from other noise', async () => {
  const { pictures, values } = await ascend(planeSource(linear, SHAPE), book({ count: 2 }));
  expect(pictures).toHaveLength(2);
  expect(values).toHaveLength(2);
  expect(pictures[0]).not.toEqual(pictures[1]);
  const [first] = (await ascend(planeSource(linear, SHAPE), book())).pictures;
  expect(pictures[0]).toEqual(first);
});

test('reports each step, with the pictures after it', async () => {
  const steps: (Omit<AscentStep, 'pictures' | 'values'> & { first: number })[] = [];
  const { pictures } = await ascend(
    planeSource(linear, SHAPE),
    book({
      onStep: ({ step, steps: all, penalty, pictures: show }) =>
        steps.push({ step, steps: all, penalty, first: show()[0]!.data[0]! }),
    }),
  );
  expect(steps.map(({ step }) => step)).toEqual([1, 2, 3]);
  expect(steps[2]).toEqual({ step: 3, steps: 3, penalty: 0, first: pictures[0]!.data[0] });
});

test('a penalty pulls the images towards grey', async () => {
  const still: Plane = { value: () => 0, gradient: () => new Float32Array(SIZE).fill(1e-9) };
  const start = { image: new Uint8Array(SIZE).fill(227.5) };
  const { images } = await ascend(planeSource(still, SHAPE), {
    objective,
    seed: 0,
    steps: 10,
    parametrisation: { kind: 'pixels', start },
    optimiser: { kind: 'plain', rate: 1 },
    penalties: [{ kind: 'l2', weight: 1 }],
  });
  images.forEach((pixel) => expect(pixel).toBeCloseTo(217, 1));
});

describe('ends early', () => {
  test('without any gradient, after one step, or after some if a transform may bring one', async () => {
    const dead: Plane = { value: () => 0, gradient: () => new Float32Array(SIZE) };
    const one = planeSource(dead, SHAPE);
    expect(await ascend(one, book())).toMatchObject({ end: 'no-gradient', steps: 0 });
    expect(one.asked).toHaveLength(1);
    const more = planeSource(dead, SHAPE);
    expect(await ascend(more, modern({ steps: 50 }))).toMatchObject({ end: 'no-gradient' });
    expect(more.asked).toHaveLength(16);
  });

  test('at a number that is not finite, with the pictures before the step that led there', async () => {
    let calls = 0;
    const breaking: Plane = { ...linear, value: () => (++calls === 4 ? NaN : calls) };
    const broken = await ascend(planeSource(breaking, SHAPE), book({ steps: 9 }));
    const whole = await ascend(planeSource(linear, SHAPE), book({ steps: 2 }));
    expect(broken).toMatchObject({ end: 'not-finite', steps: 2 });
    expect(broken.images).toEqual(whole.images);
    expect([...broken.values]).toEqual([3]);
  });

  test('at once if the first number is not finite', async () => {
    const broken = { ...linear, value: () => Infinity };
    const { end, steps, images } = await ascend(planeSource(broken, SHAPE), book());
    expect({ end, steps }).toEqual({ end: 'not-finite', steps: 0 });
    expect(images.every(Number.isFinite)).toBe(true);
  });

  test('when the signal is aborted', async () => {
    const controller = new AbortController();
    const source = planeSource(linear, SHAPE);
    const onStep = ({ step }: AscentStep) => {
      if (step === 2) controller.abort(new Error('enough'));
    };
    const { signal } = controller;
    await expect(ascend(source, book({ signal, onStep, steps: 9 }))).rejects.toThrow('enough');
    expect(source.asked).toHaveLength(2);
  });
});

test.each<[Partial<AscendOptions>, string]>([
  [{ steps: 0 }, 'steps must be a whole number, at least 1; received 0'],
  [{ count: 1.5 }, 'count must be a whole number, at least 1; received 1.5'],
  [{ optimiser: { kind: 'adam', rate: -1 } }, 'rate must be a finite number above 0; received -1'],
  [{ transforms: [{ kind: 'jitter', pixels: -1 }] }, 'pixels of jitter must be a whole number'],
  [{ transforms: [{ kind: 'scale', factors: [0] }] }, 'factors of scale must be a finite number'],
  [{ transforms: [{ kind: 'rotate', degrees: [] }] }, 'degrees of rotate must be a list'],
  [{ penalties: [{ kind: 'tv', weight: NaN }] }, 'weight of tv must be a finite number'],
  [{ parametrisation: { kind: 'fourier' } }, 'picture must be pixels for a Fourier'],
])('refuses %j', async (wrong, message) => {
  await expect(ascend(planeSource(linear, SHAPE), book(wrong))).rejects.toThrow(message);
});
