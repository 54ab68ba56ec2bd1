import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { assignWeights } from '../assign/assign-weights.ts';
import { readWeights } from './read-weights.ts';

const folder = fileURLToPath(new URL('../../../../../../shared/data/models', import.meta.url));

const read = (path: string) => {
  const file = `${folder}/${path}`;
  const beside = file.slice(0, file.lastIndexOf('/'));
  const readSibling = async (name: string) => new Uint8Array(readFileSync(`${beside}/${name}`));
  return readWeights(new Uint8Array(readFileSync(file)), path, { readSibling });
};
const count = (tensors: readonly { data: Float32Array }[]) =>
  tensors.reduce((sum, { data }) => sum + data.length, 0);

describe.skipIf(!existsSync(folder))('readWeights reads (needs ../shared/data/models)', () => {
  test('VGG16 without its top, as Keras releases it', async () => {
    const content = await read(
      'vgg16-notop-keras/vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5',
    );
    expect(count(content.tensors)).toBe(14_714_688);
    const [kernel] = content.tensors;
    expect(kernel).toMatchObject({
      name: 'block1_conv1/block1_conv1_W_1:0',
      shape: [3, 3, 3, 64],
    });
    const [first, second, third] = kernel?.data ?? [];
    expect(first).toBeCloseTo(0.42947, 5);
    expect(second).toBeCloseTo(0.11727, 5);
    expect(third).toBeCloseTo(0.03401, 5);
    expect(content.layers?.map(({ name }) => name)).toContain('block5_pool');
    const weights = [
      { name: 'first/kernel', shape: [3, 3, 3, 64] },
      { name: 'first/bias', shape: [64] },
    ];
    const one = { ...content, layers: content.layers?.slice(0, 4) ?? [] };
    expect(() =>
      assignWeights(one, [{ name: 'first', weights }], { file: 'x', by: 'order' }),
    ).toThrow(
      'it has 2 layers with weights, the model has 1; the first without a partner is block1_conv2 of the file',
    );
  });

  test('SqueezeNet v1.1 of Keras 1, whose layers have slashes in their names', async () => {
    const content = await read(
      'squeezenet-v1.1-notop-keras/squeezenet_weights_tf_dim_ordering_tf_kernels_notop.h5',
    );
    expect(count(content.tensors)).toBe(722_496);
    expect(content.layers).toContainEqual({
      name: 'fire2/expand1x1',
      weights: ['fire2/expand1x1/uniform3', 'fire2/expand1x1/fire2/expand1x1_b'],
    });
  });

  test('SqueezeNet v1.0 in a compressed archive of NumPy', async () => {
    const { tensors } = await read('squeezenet-v1.0-imagenet/squeezenet_v1.0_decoded_oihw.npz');
    expect(count(tensors)).toBe(1_248_424);
    expect(tensors[0]).toMatchObject({ name: 'conv1_W', shape: [96, 3, 7, 7] });
  });

  test('EfficientNet-Lite0 in the old format of PyTorch', async () => {
    const { tensors } = await read('efficientnet-lite0/efficientnet-lite0-57934424.pth');
    expect(tensors).toHaveLength(296);
    expect(tensors[0]).toMatchObject({ name: '_conv_stem.weight', shape: [32, 3, 3, 3] });
    expect(tensors.at(-1)).toMatchObject({ name: '_fc.bias', shape: [1000] });
  });

  test('MobileNet of TensorFlow.js, with its layers in the order of the model', async () => {
    const content = await read('mobilenet-v1-0.25-224-tfjs/model.json');
    expect(count(content.tensors)).toBe(475_544);
    expect(content.layersAreInOrder).toBe(true);
    const used = content.layers?.filter(({ weights }) => weights.length > 0) ?? [];
    expect(used.slice(0, 3).map(({ name }) => name)).toEqual(['conv1', 'conv1_bn', 'conv_dw_1']);
  });
});
