import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { difference } from '../../test/difference.ts';
import { ENGINES } from '../../test/engines.ts';
import { formulaImages } from '../../test/formula-weights.ts';
import { sharedData } from '../../../../tools/shared-data.ts';
import { openPredictor } from '../engine/open/open-predictor.ts';
import { expectedWeights } from '../model/surgery/model-outline.ts';
import { truncateAt } from '../model/surgery/truncate-at.ts';
import type { NamedTensor } from '../tensor/named-tensor.ts';
import { countParameters } from '../weights/count-parameters.ts';
import { readWeights } from '../weights/read/read-weights.ts';
import { createBase } from './create-base.ts';
import { findRelease, releasedWeights } from './released-weights.ts';
import { releaseOf } from './releases/release-table.ts';

const lite0 = sharedData('models/efficientnet-lite0/efficientnet-lite0-57934424.pth');
const squeezenet = sharedData('models/squeezenet-v1.0-imagenet/squeezenet_v1.0_decoded_oihw.npz');

const KERAS_FILES = [
  {
    base: 'vgg16',
    path: 'models/vgg16-notop-keras/vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5',
    parameters: 14_714_688,
    layer: 'block5_conv3',
    sources: ['block5_conv3/block5_conv3_W_1:0', 'block5_conv3/block5_conv3_b_1:0'],
  },
  {
    base: 'squeezenet-1.1',
    path: 'models/squeezenet-v1.1-notop-keras/squeezenet_weights_tf_dim_ordering_tf_kernels_notop.h5',
    parameters: 722_496,
    layer: 'fire2/expand1x1',
    sources: ['fire2/expand1x1/uniform3', 'fire2/expand1x1/fire2/expand1x1_b'],
  },
] as const;

async function releasedTensors(path: string): Promise<readonly NamedTensor[]> {
  return (await readWeights(readFileSync(path), path)).tensors;
}

describe.skipIf(lite0 === undefined)('the released weights of EfficientNet-Lite0', async () => {
  const tensors = lite0 === undefined ? [] : await releasedTensors(lite0);
  const fixture = JSON.parse(
    readFileSync(new URL('../../fixtures/efficientnet-lite0.json', import.meta.url), 'utf8'),
  ) as { readonly features: number[]; readonly probabilities: number[] }; // written by the script

  test.each(ENGINES.filter((engine) => engine !== 'cpu'))(
    'give the features and the probabilities of PyTorch on %s',
    async (engine) => {
      const base = 'efficientnet-lite0';
      const outline = createBase(base, { height: 160, width: 160, includeTop: true });
      const weights = releasedWeights(tensors, { base, outline });
      await using predictor = await openPredictor({ ...outline, weights }, { engine });
      const images = formulaImages(160 * 160 * 3);
      const outputs = await predictor.outputs(images, 1, ['avg_pool', 'predictions']);
      const every = (layer: string, step: number) =>
        outputs.get(layer)!.data.filter((_, at) => at % step === 0); // asked for
      expect(difference(every('avg_pool', 8), fixture.features)).toBeLessThan(1e-4);
      expect(difference(every('predictions', 10), fixture.probabilities)).toBeLessThan(1e-4);
    },
  );

  test('fit the base without its top, and a part of it', () => {
    const base = 'efficientnet-lite0';
    const outline = truncateAt(createBase(base, { height: 64, width: 64 }), 'block3b_add');
    const weights = releasedWeights(tensors, { base, outline });
    expect(weights.map(({ name }) => name)).toEqual(
      expectedWeights(outline).map(({ name }) => name),
    );
    expect(weights.at(-1)!.name).toBe('block3b_project_bn/moving_variance');
  });
});

describe.skipIf(squeezenet === undefined)('the released weights of SqueezeNet v1.0', () => {
  test('fit all layers', async () => {
    const tensors = await releasedTensors(squeezenet!); // skipped where it is missing
    const base = 'squeezenet-1.0';
    const outline = createBase(base, { height: 227, width: 227, includeTop: true });
    const weights = releasedWeights(tensors, { base, outline });
    const kernel = weights.find(({ name }) => name === 'conv1/kernel')!;
    const [row, column, channel, filter] = [3, 2, 1, 5];
    const place = ((row * 7 + column) * 3 + channel) * 96 + filter;
    const given = ((filter * 3 + channel) * 7 + row) * 7 + column;
    expect(kernel.data[place]).toBe(tensors[0]!.data[given]);
    expect(weights).toHaveLength(52);
  });
});

describe.each(KERAS_FILES)('the weights of $base that Keras released', (given) => {
  const { base, path, parameters, layer, sources } = given;
  const file = sharedData(path);
  test.skipIf(file === undefined)(
    `fit all layers below the top (needs ../shared/data/${path})`,
    async () => {
      const tensors = await releasedTensors(file!); // skipped where it is missing
      const outline = createBase(base, { height: 64, width: 64 });
      expect(findRelease(tensors, { base, outline }).library).toBe('keras');
      const weights = releasedWeights(tensors, { base, outline });
      expect(weights.map(({ name, shape }) => ({ name, shape }))).toEqual(
        expectedWeights(outline).map(({ name, shape }) => ({ name, shape })),
      );
      expect(countParameters(weights)).toBe(parameters);
      const dataOf = (list: readonly NamedTensor[], wanted: string) =>
        list.find(({ name }) => name === wanted)!.data;
      expect(dataOf(weights, `${layer}/kernel`)).toBe(dataOf(tensors, sources[0]));
      expect(dataOf(weights, `${layer}/bias`)).toBe(dataOf(tensors, sources[1]));
    },
  );
});

describe('findRelease', () => {
  const base = 'squeezenet-1.1';
  const outline = createBase(base, { height: 64, width: 64 });
  const tensorsOf = (library: string) =>
    releaseOf(base, library)
      .sources(expectedWeights(outline), [])
      .map(({ name, shape }) => ({
        name,
        shape,
        data: new Float32Array(shape.reduce((product, length) => product * length, 1)),
      }));

  test.each(['keras', 'torchvision'])('finds the release of %s by its tensors', (library) => {
    expect(findRelease(tensorsOf(library), { base, outline }).library).toBe(library);
  });

  test('names the faults of the release that fits best', () => {
    const [first, ...others] = tensorsOf('torchvision');
    const damaged = [{ ...first!, shape: [64, 3, 9, 1] }, ...others];
    expect(() => findRelease(damaged, { base, outline, file: 'a.pth' })).toThrow(
      /^The weights in a\.pth for squeezenet-1\.1 in the form of torchvision do not fit: features\.0\.weight for conv1\/kernel has the shape \[64, 3, 9, 1\], not \[64, 3, 3, 3\]$/,
    );
  });
});
