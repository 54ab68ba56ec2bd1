import { describe, expect, test } from 'vitest';
import { linearSource } from '../../../test/linear-source.ts';
import { attributionMethod, ATTRIBUTION_METHODS } from './attribution-methods.ts';

const options = { images: Uint8Array.of(1, 2, 5, 8), count: 1, label: 0, layer: 'map', seed: 0 };

describe.each(ATTRIBUTION_METHODS)('%s', (name) => {
  test('answers a map of the size that its table says, with signs only where it says so', async () => {
    const { explain, signed } = attributionMethod(name);
    const [map] = await explain(linearSource(), options);
    expect(map!.values).toHaveLength(map!.height * map!.width);
    expect(map!.label).toBe(0);
    expect(signed || Math.min(...map!.values) >= 0).toBe(true);
  });
});

test('only the method that is not faithful to the model has a caution, and ends of its own', () => {
  const cautious = ATTRIBUTION_METHODS.filter((name) => attributionMethod(name).caution);
  expect(cautious).toEqual(['guided-backprop']);
  expect(attributionMethod('guided-backprop').ends).toEqual(['no edge', 'strongest edge']);
  expect(attributionMethod('grad-cam').ends).toEqual(['least important', 'most important']);
  expect(attributionMethod('occlusion').ends).toEqual(['against the class', 'for the class']);
});
