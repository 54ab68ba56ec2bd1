import { expect, test } from 'vitest';
import { createDefinition } from '../../zoo/create-definition.ts';
import { featureAddressOf, weightsHash } from './feature-address-of.ts';

test('an address has the input and the weights of the base', () => {
  const base = createDefinition('logistic', { height: 4, width: 5, classes: 3, seed: 0 });
  const options = { samples: 's', recipe: 'r', base: 'b', layer: 'l' };
  const address = featureAddressOf(base, options);
  expect(address).toMatchObject({
    ...options,
    augmentation: 'none',
    copies: 1,
    imageSize: '4x5x3',
  });
  const bgr = { ...base, input: { ...base.input, channelOrder: 'bgr' } } as const;
  expect(featureAddressOf(bgr, options).inputFunction).not.toBe(address.inputFunction);
  const [kernel, ...rest] = base.weights;
  const data = kernel!.data.slice();
  data[0] = data[0]! + 1e-6;
  expect(weightsHash([{ ...kernel!, data }, ...rest])).not.toBe(address.weights);
  expect(weightsHash(base.weights)).toBe(address.weights);
});
