import type { Json } from '@sprout/core';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { difference } from '../../../test/difference.ts';
import { ENGINES } from '../../../test/engines.ts';
import type { EngineName } from '../../engine/contract/engine-name.ts';
import { openPredictor } from '../../engine/open/open-predictor.ts';
import { outputLayer } from '../../model/surgery/output-layer.ts';
import { outputShape } from '../../model/surgery/output-shape.ts';
import { readWeights } from '../../weights/read/read-weights.ts';
import { baseInFile, type BaseInFileOptions, outlineInFile } from './base-in-file.ts';

/** What Keras 3.15 computes; from scripts/fixtures/file_base.py. */
interface Expected {
  readonly features: { readonly shape: readonly number[]; readonly numbers: readonly number[] };
  readonly truncated: {
    readonly layer: string;
    readonly shape: readonly number[];
    readonly sums: readonly number[];
  };
}

const folder = new URL('../../../fixtures/file-base/', import.meta.url);
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Readonly<
  Record<string, Expected>
>;
const [HEIGHT, WIDTH] = [20, 24];
const IMAGES = Uint8Array.from({ length: 2 * HEIGHT * WIDTH * 3 }, (_, at) => (at * 7919) % 256);

const contentOf = (file: string) =>
  readWeights(new Uint8Array(readFileSync(new URL(file, folder))), file, {
    readSibling: () => Promise.reject(new Error('none')),
  });

/** The output for two images. */
async function computed(
  file: string,
  engine: EngineName,
  options: Partial<BaseInFileOptions> = {},
): Promise<Float32Array> {
  const base = baseInFile(await contentOf(file), { file, input: 'tf', ...options });
  await using predictor = await openPredictor(base, { engine });
  const last = outputLayer(base);
  return (await predictor.outputs(IMAGES, 2, [last])).get(last)!.data; // asked for
}

describe.each(Object.entries(expected))('%s', (file, { features, truncated }) => {
  test('ends below its classifier, and has the size of its images', async () => {
    const base = outlineInFile(await contentOf(file), { file, input: 'torch' });
    expect(outputShape(base)).toEqual(features.shape);
    expect(base.input).toMatchObject({ height: HEIGHT, width: WIDTH, channels: 3 });
    expect(base.input.normalisation.deviation).toEqual([58.395, 57.12, 57.375]);
  });

  test('keeps its classifier on request', async () => {
    const content = await contentOf(file);
    const whole = baseInFile(content, { file, input: 'tf', includeTop: true });
    const base = baseInFile(content, { file, input: 'tf' });
    const isCut = base.weights.length < whole.weights.length;
    expect(isCut).toBe(outputShape(base).join() !== outputShape(whole).join());
    expect(whole.weights.slice(0, base.weights.length)).toEqual(base.weights);
  });

  test.each(ENGINES)('has the features of Keras on %s', async (engine) => {
    expect(difference(await computed(file, engine), features.numbers)).toBeLessThan(1e-5);
  });

  test('is cut at a layer', async () => {
    const { layer, shape, sums } = truncated;
    const options = { file, input: 'tf', truncateAt: layer };
    expect(outputShape(baseInFile(await contentOf(file), options))).toEqual(shape);
    const data = await computed(file, ENGINES[0]!, options);
    expect(difference(sumsOf(data, shape), sums)).toBeLessThan(1e-5);
  });
});

/** The sums of the channels of two images. */
function sumsOf(data: Float32Array, [height = 0, width = 0, channels = 0]: readonly number[]) {
  const pixels = height * width;
  return Float64Array.from({ length: 2 * channels }, (_, at) => {
    const start = Math.floor(at / channels) * pixels * channels + (at % channels);
    const values = Array.from({ length: pixels }, (__, pixel) => data[start + pixel * channels]!);
    return values.reduce((sum, value) => sum + value, 0);
  });
}

describe('a base in a file', () => {
  const layer = (kind: string, name: string, config: Record<string, Json> = {}): Json => ({
    class_name: kind,
    config: { name, ...config },
  });
  const photo = layer('InputLayer', 'photo', { batch_input_shape: [null, null, null, 3] });
  const conv = layer('Conv2D', 'conv', { filters: 4, kernel_size: [3, 3], padding: 'valid' });
  const outline = (layers: Json[], options: Partial<BaseInFileOptions> = {}) =>
    outlineInFile(
      { model: { class_name: 'Sequential', config: { layers } } },
      { file: 'base.keras', input: 'raw', height: 8, width: 9, ...options },
    );

  test('of any size has the size of the images', () => {
    expect(outputShape(outline([photo, conv]))).toEqual([6, 7, 4]);
    expect(outline([photo, conv], { height: undefined }).input).toMatchObject({
      height: 224,
      width: 9,
    });
  });

  test('that ends in images is pooled', () => {
    expect(outputShape(outline([photo, conv], { pooling: 'max' }))).toEqual([4]);
    const flat = [photo, conv, layer('Flatten', 'flat')];
    expect(outputShape(outline(flat, { pooling: 'avg' }))).toEqual([168]);
  });

  test.each<[string, Json[], string]>([
    ['a dense layer', [layer('Flatten', 'flat'), layer('Dense', 'end', { units: 3 })], 'flat'],
    [
      'a convolution and a softmax',
      [
        layer('Dropout', 'drop', { rate: 0.5 }),
        layer('Conv2D', 'end', { filters: 3, kernel_size: [1, 1] }),
        layer('GlobalAveragePooling2D', 'average'),
        layer('Softmax', 'softmax'),
      ],
      'conv',
    ],
    ['a convolution', [layer('ReLU', 'end')], 'end'],
  ])('whose model ends in %s ends below the classifier', (_, end, name) => {
    expect(outputLayer(outline([photo, conv, ...end]))).toBe(name);
  });

  test.each<[string, Json[], string]>([
    [
      'grey images',
      [layer('InputLayer', 'x', { batch_input_shape: [null, 8, 8, 1] }), conv],
      'not images of 3 channels',
    ],
    ['a layer that is not known', [photo, layer('Lambda', 'own')], 'Lambda is not a known class'],
    [
      'a window larger than the images',
      [photo, layer('Conv2D', 'conv', { filters: 1, kernel_size: [9, 9] })],
      'do not fit images of 8 x 9 pixels',
    ],
  ])('with %s is refused', (_, layers, reason) => {
    expect(() => outline(layers)).toThrow(reason);
  });

  test('needs a model, an input function and the layer where it ends', async () => {
    const weights = { file: 'weights.npz', input: 'raw' };
    expect(() => outlineInFile({}, weights)).toThrow('the file holds weights only');
    expect(() => outline([photo, conv], { input: 'rgb' })).toThrow('Unknown input function "rgb"');
    expect(() => outline([photo, conv], { truncateAt: 'third' })).toThrow('it has no layer third');
  });

  test('whose weights have other shapes is refused', async () => {
    const content = await contentOf('sequential.keras');
    const tensors = content.tensors.map((tensor) => ({ ...tensor, shape: [tensor.data.length] }));
    expect(() =>
      baseInFile({ ...content, tensors }, { file: 'other.keras', input: 'raw' }),
    ).toThrow(/other\.keras .*first\/kernel/);
  });
});
