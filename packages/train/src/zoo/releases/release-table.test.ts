import { describe, expect, test } from 'vitest';
import { formulaWeight } from '../../../test/formula-weights.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { expectedWeights } from '../../model/surgery/model-outline.ts';
import { BASES } from '../bases/base-table.ts';
import { createBase } from '../create-base.ts';
import { releasedWeights } from '../released-weights.ts';
import { releaseOf, RELEASES } from './release-table.ts';

const SIZE = { height: 64, width: 64 };
const base = 'squeezenet-1.1';
const outline = createBase(base, SIZE);
const WEIGHTS = expectedWeights(outline).map(formulaWeight);

/** The error for these tensors. */
function unfit(tensors: readonly NamedTensor[]): string {
  try {
    releasedWeights(tensors, { base, outline });
    return 'they fit';
  } catch (error) {
    return (error as Error).message;
  }
}

test('every base has a release', () => {
  expect([...RELEASES.keys()].sort()).toEqual([...BASES.keys()].sort());
});

test.each([
  ['vgg16', 'torchvision', 'block5_conv3/kernel', 'features.28.weight'],
  ['vgg16', 'torchvision', 'block1_conv1/bias', 'features.0.bias'],
  ['squeezenet-1.0', 'torchvision', 'fire4/expand3x3/kernel', 'features.5.expand3x3.weight'],
  ['squeezenet-1.0', 'torchvision', 'fire9/squeeze1x1/bias', 'features.12.squeeze.bias'],
  ['squeezenet-1.1', 'torchvision', 'fire4/squeeze1x1/bias', 'features.6.squeeze.bias'],
  ['squeezenet-1.1', 'torchvision', 'fire9/expand1x1/kernel', 'features.12.expand1x1.weight'],
  ['squeezenet-1.0', 'caffe', 'fire9/expand3x3/bias', 'fire9__conv3x3_2_b'],
  ['efficientnet-lite0', 'pytorch', 'block7a_bn/moving_mean', '_blocks.15._bn1.running_mean'],
  ['efficientnet-b0', 'pytorch', 'block2b_se_reduce/bias', '_blocks.2._se_reduce.bias'],
  ['efficientnet-b0', 'pytorch', 'stem_bn/gamma', '_bn0.weight'],
] as const)('%s of %s has %s as %s', (name, library, weight, tensor) => {
  const weights = expectedWeights(createBase(name, SIZE));
  const sources = releaseOf(name, library).sources(weights, []);
  expect(sources[weights.findIndex((each) => each.name === weight)]!.name).toBe(tensor);
});

test('the first dense layer of VGG16 takes the image of torchvision channel by channel', () => {
  const weight = { name: 'fc1/kernel', shape: [7 * 7 * 512, 4096] };
  const [source] = releaseOf('vgg16', 'torchvision').sources([weight], []);
  expect(source).toEqual({
    name: 'classifier.0.weight',
    shape: [4096, 7 * 7 * 512],
    view: [4096, 512, 7, 7],
    order: [2, 3, 1, 0],
  });
});

test('an unknown library has the known ones', () => {
  expect(() => releaseOf('vgg16', 'torch')).toThrow('Unknown release of vgg16 "torch"');
  expect(() => releaseOf('vgg17')).toThrow('Unknown base "vgg17"');
});

describe('releasedWeights', () => {
  test('takes the weights of the whole network for a part of it, and drops its top', () => {
    const whole = expectedWeights(createBase(base, { ...SIZE, includeTop: true }));
    const given = whole.map(formulaWeight);
    const weights = releasedWeights(given, { base, outline });
    expect(weights.map(({ name }) => name)).toEqual(WEIGHTS.map(({ name }) => name));
    for (const { name, data } of weights)
      expect(data).toBe(given.find((tensor) => tensor.name === name)!.data);
  });

  test('names three weights that are missing or have another shape, and the number of the others', () => {
    const [first, second, ...rest] = WEIGHTS as [NamedTensor, NamedTensor, ...NamedTensor[]];
    const wrong = { ...second, shape: [8, 8] };
    const message = unfit([wrong, ...rest.slice(1), { ...first, name: 'conv11/kernel' }]);
    expect(message).toBe(
      'The weights for squeezenet-1.1 in the form of keras do not fit: ' +
        'conv1/kernel ([3, 3, 3, 64]) is missing; ' +
        'conv1/bias has the shape [8, 8], not [64]; ' +
        'fire2/squeeze1x1/kernel ([1, 1, 64, 16]) is missing; ' +
        'and 1 more',
    );
  });

  test('names a weight that is unknown', () => {
    const other = { ...WEIGHTS[0]!, name: 'conv11/kernel' };
    expect(unfit([...WEIGHTS, other])).toMatch(
      /do not fit: conv11\/kernel \(\[3, 3, 3, 64\]\) is not a weight of it$/,
    );
  });

  test('names a weight with too few numbers', () => {
    const [first, ...rest] = WEIGHTS as [NamedTensor, ...NamedTensor[]];
    const short = { ...first, data: first.data.slice(1) };
    expect(unfit([short, ...rest])).toContain('conv1/kernel has 1727 numbers, not 1728');
  });
});
