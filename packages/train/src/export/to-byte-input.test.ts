import { expect, test } from 'vitest';
import { openPredictor } from '../engine/open/open-predictor.ts';
import { createDefinition } from '../zoo/create-definition.ts';
import { toByteInput } from './to-byte-input.ts';

const size = { height: 6, width: 6, classes: 3, seed: 1 };

test('the model answers the same, and its input function is the identity', async () => {
  const own = createDefinition('logistic', size);
  const definition = { ...own, input: { ...own.input, channelOrder: 'bgr' } as const };
  const exported = toByteInput(definition);
  expect(exported.input).toEqual({
    height: 6,
    width: 6,
    channels: 3,
    normalisation: { mean: [0, 0, 0], deviation: [1, 1, 1] },
  });
  const images = Uint8Array.from({ length: 2 * 6 * 6 * 3 }, (_, at) => (at * 37) % 256);
  await using before = await openPredictor(definition, { engine: 'cpu' });
  await using after = await openPredictor(exported, { engine: 'cpu' });
  const expected = await before.predict(images, 2);
  const found = await after.predict(images, 2);
  for (const [at, value] of found.entries()) expect(value).toBeCloseTo(expected[at]!, 5);
});

test('a model that takes bytes already is left as it is', () => {
  const once = toByteInput(createDefinition('logistic', size));
  expect(toByteInput(once)).toEqual(once);
});
