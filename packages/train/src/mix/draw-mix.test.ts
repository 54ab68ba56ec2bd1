import { expect, test } from 'vitest';
import { drawMix } from './draw-mix.ts';
import { mixSchema } from './mix-spec.ts';

const ids = ['a/1.png', 'a/2.png', 'b/1.png'];
const at = { seed: 1, epoch: 2, ids };
const mixUp = mixSchema.parse({ mixUp: {} });
const cutMix = mixSchema.parse({ cutMix: {} });
const both = mixSchema.parse({ mixUp: {}, cutMix: {} });

test('the numbers depend on seed, epoch, and the ids and their order, and on nothing else', () => {
  const first = drawMix(cutMix, at);
  expect(first).toBeDefined();
  expect(drawMix(cutMix, { ...at, ids: [...ids] })).toEqual(first);
  for (const other of [{ seed: 2 }, { epoch: 3 }, { ids: ids.toReversed() }, { ids: ['c', 'd'] }])
    expect(drawMix(cutMix, { ...at, ...other })).not.toEqual(first);
});

test('the numbers of a way are the same with and without the other way', () => {
  const ways = new Map<string, number>();
  for (let epoch = 0; epoch < 64; epoch++) {
    const own = { ...at, epoch };
    const drawn = drawMix(both, own)!;
    expect(drawn).toEqual(drawMix(drawn.way === 'mixUp' ? mixUp : cutMix, own));
    ways.set(drawn.way, (ways.get(drawn.way) ?? 0) + 1);
  }
  expect(Math.abs(ways.get('mixUp')! - 32)).toBeLessThan(12); // 3 deviations
});

test('with a probability of 0.25, a quarter of the batches is mixed', () => {
  const mix = mixSchema.parse({ mixUp: {}, probability: 0.25 });
  const mixed = Array.from({ length: 200 }, (_, epoch) => drawMix(mix, { ...at, epoch }));
  const count = mixed.filter((drawn) => drawn !== undefined).length;
  expect(Math.abs(count - 50)).toBeLessThan(18);
  expect(drawMix({ ...mix, probability: 0 }, at)).toBeUndefined();
});

test('a batch of one image is not mixed', () => {
  expect(drawMix(both, { ...at, ids: ['a/1.png'] })).toBeUndefined();
});

test('with an alpha of 1, shares and centres have a uniform distribution', () => {
  const drawn = Array.from({ length: 400 }, (_, epoch) => drawMix(cutMix, { ...at, epoch })!);
  for (const name of ['share', 'x', 'y'] as const) {
    const values = drawn.map((one) => (one.way === 'cutMix' ? one[name] : NaN));
    const sorted = values.toSorted((a, b) => a - b);
    const distances = sorted.map((value, place) => Math.abs(value - (place + 0.5) / 400));
    expect(Math.max(...distances), name).toBeLessThan(0.081); // uniform; Kolmogorov's limit at 1 %
  }
});
