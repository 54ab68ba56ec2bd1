import { input, loadLayersModel, model } from '@tensorflow/tfjs-layers';
import { io, memory, tensor, type Tensor } from '@tensorflow/tfjs-core';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { someBackend } from '../tfjs/some-backend.ts';
import { classifierHead } from '../../zoo/blocks/classifier-head.ts';
import { convolutionBlock } from '../../zoo/blocks/convolution-block.ts';
import { initialWeight } from '../../zoo/initial-weight.ts';
import { PHOTOGRAPHS } from '../../zoo/normalisation.ts';
import type { ModelCard } from './model-card.ts';
import type { ModelDefinition } from '../model-definition.ts';
import { modelFileSchema } from './model-file.ts';
import { loadModel } from './node/load-model.ts';
import { saveModel } from './node/save-model.ts';
import { writeModel } from './node/write-model.ts';
import { toDefinition } from '../tfjs/to-definition.ts';
import { toLayersModel } from '../tfjs/to-layers-model.ts';

const card: ModelCard = {
  classes: ['Shepherd’s Purse', '__proto__'],
  recipe: [{ op: 'resize', height: 4, width: 4 }],
  recipeHash: 'abc',
  versions: { sprout: '0.1.0' },
};
/** One convolution block and a head, initialised. */
function smallDefinition(): ModelDefinition {
  const images = input({ name: 'images', shape: [4, 4, 3] });
  const block = convolutionBlock(images, { name: 'block1', filters: 2 });
  const built = model({
    name: 'small',
    inputs: images,
    outputs: classifierHead(block, { classes: 2 }),
  });
  const { weights, ...rest } = toDefinition(built, { normalisation: PHOTOGRAPHS });
  built.dispose();
  return { ...rest, weights: weights.map(({ name, shape }) => initialWeight(name, shape, 0)) };
}

someBackend();
const definition = smallDefinition();

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sprout-model-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a saved model', () => {
  test('is loaded as it was, and nothing else is left in the folder', async () => {
    await saveModel(folder, definition, card);
    expect(await loadModel(folder)).toEqual({ definition, card });
    expect((await readdir(folder)).sort()).toEqual(['model.json', 'sprout.json', 'weights.bin']);
  });

  test('keeps BGR as its channel order, and does not write RGB, the default', async () => {
    const save = async (channelOrder: 'rgb' | 'bgr'): Promise<string> => {
      const changed = { ...definition.input, channelOrder };
      await saveModel(folder, { ...definition, input: changed }, card);
      return readFile(join(folder, 'sprout.json'), 'utf8');
    };
    await saveModel(folder, definition, card);
    const written = await readFile(join(folder, 'sprout.json'), 'utf8');
    expect(await save('rgb')).toBe(written);
    expect(await save('bgr')).toContain('"channelOrder": "bgr"');
    expect((await loadModel(folder)).definition.input.channelOrder).toBe('bgr');
  });

  test('is refused, before anything is written, if loading would refuse it', async () => {
    const { weights } = definition;
    const broken = [{ ...weights[0]!, data: weights[0]!.data.map(() => NaN) }, ...weights.slice(1)];
    const unscaled = {
      ...definition.input,
      normalisation: { mean: [0, 0, 0], deviation: [1, 0, 1] },
    };
    const refusals = [
      [{ ...definition, weights: broken }, card, 'model-unsupported'],
      [{ ...definition, weights: weights.slice(1) }, card, 'weight-missing'],
      [{ ...definition, input: unscaled }, card, 'option-invalid'],
      [definition, { ...card, classes: ['one'] }, 'config-invalid'],
      [definition, { ...card, classes: ['one', 'two', 'three'] }, 'shape-mismatch'],
    ] as const;
    for (const [wrong, itsCard, code] of refusals)
      await expect(saveModel(folder, wrong, itsCard)).rejects.toMatchObject({ code });
    expect(await readdir(folder)).toEqual([]);
  });

  test('replaces an older one and keeps other files', async () => {
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await saveModel(join(folder), definition, card);
    await saveModel(folder, definition, { ...card, classes: ['a', 'b'] });
    expect((await loadModel(folder)).card.classes).toEqual(['a', 'b']);
    expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('opens in stock tfjs and predicts the same', async () => {
    await saveModel(folder, definition, card);
    const json = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'));
    const { buffer } = new Uint8Array(await readFile(join(folder, 'weights.bin')));
    const stock = await loadLayersModel(
      io.fromMemory({
        modelTopology: json.modelTopology,
        weightSpecs: json.weightsManifest[0].weights,
        weightData: buffer,
      }),
    );
    const ours = await toLayersModel(definition);
    const images = tensor(
      Float32Array.from({ length: 48 }, (_, at) => Math.sin(at)),
      [1, 4, 4, 3],
    );
    const [expected, received] = [ours, stock].map((loaded) =>
      Array.from((loaded.predict(images) as Tensor).dataSync()),
    );
    expect(received).toEqual(expected);
    stock.dispose();
    ours.dispose();
  });

  test('keeps no tensors after it was checked', async () => {
    await saveModel(folder, definition, card);
    const before = memory().numTensors;
    await loadModel(folder);
    expect(memory().numTensors).toBe(before);
  });
});

describe('a damaged model is refused', () => {
  test.each(['sprout.json', 'model.json', 'weights.bin'])(
    'whichever byte of %s is flipped',
    async (name) => {
      await saveModel(folder, definition, card);
      const bytes = await readFile(join(folder, name));
      const lanes = Array.from({ length: 8 }, async (_, lane) => {
        const copy = join(folder, `copy-${lane}`);
        await saveModel(copy, definition, card);
        for (let at = lane; at < bytes.length; at += 8) {
          const flipped = Uint8Array.from(bytes);
          flipped[at] = flipped[at]! ^ (1 << (at % 7));
          await writeFile(join(copy, name), flipped);
          await expect(loadModel(copy), `byte ${at}`).rejects.toMatchObject({
            code: 'file-invalid',
          });
        }
      });
      await Promise.all(lanes);
    },
    60_000,
  );

  test.each(['sprout.json', 'model.json', 'weights.bin'])(
    'where %s is truncated or missing',
    async (name) => {
      await saveModel(folder, definition, card);
      const file = join(folder, name);
      const bytes = await readFile(file);
      for (let part = 0; part < 8; part++) {
        await writeFile(file, bytes.subarray(0, (bytes.length * part) / 8));
        await expect(loadModel(folder)).rejects.toMatchObject({
          code: 'file-invalid',
          context: { file },
        });
      }
      await rm(file);
      await expect(loadModel(folder)).rejects.toMatchObject({ code: 'file-missing' });
    },
  );

  /** Saves a changed model with correct hashes, and loads it. */
  const reloaded = async (changed: Partial<ModelDefinition>): Promise<unknown> => {
    await writeModel(folder, { ...definition, ...changed }, card);
    return loadModel(folder);
  };

  test('where a number is not finite', async () => {
    for (const bad of [NaN, Infinity]) {
      const weights = definition.weights.map((weight, index) =>
        index === 0 ? { ...weight, data: weight.data.map(() => bad) } : weight,
      );
      await expect(reloaded({ weights })).rejects.toThrow('block1_conv/kernel holds numbers');
    }
  });

  test('where a weight is missing, too many, twice or of another shape', async () => {
    const [first, ...rest] = definition.weights;
    const extra = { name: 'other', shape: [1], data: Float32Array.of(0) };
    const turned = { ...first!, shape: first!.shape.toReversed() };
    await expect(reloaded({ weights: rest })).rejects.toThrow('is missing');
    await expect(reloaded({ weights: [...definition.weights, extra] })).rejects.toThrow('other');
    await expect(reloaded({ weights: [first!, ...definition.weights] })).rejects.toThrow('twice');
    await expect(reloaded({ weights: [turned, ...rest] })).rejects.toThrow('must have the shape');
  });

  const text = JSON.stringify(definition.topology);
  test.each([
    ['an unknown layer', text.replace('"ReLU"', '"Lambda"'), 'Lambda is not a known class'],
    [
      'a size beyond the limit',
      text.replace('"filters":2', '"filters":1e9'),
      'filters is 1000000000',
    ],
    ['a negative size', text.replace('"units":2', '"units":-2'), 'units is -2'],
    ['a key for the prototype', text.replace('{', '{"__proto__":{},'), 'a key "__proto__"'],
    ['a cycle', text.replace('[[["images"', '[[["average"'), 'in a cycle of layers'],
    [
      'a connection to a missing layer',
      text.replace('[[["images"', '[[["none"'),
      'which does not exist',
    ],
    ['a name used twice', text.replaceAll('block1_relu', 'block1_norm'), 'used twice'],
    [
      'endless nesting',
      text.replace('"dtype":"float32"', `"dtype":${'['.repeat(99)}${']'.repeat(99)}`),
      'deeper',
    ],
  ])('where the topology has %s', async (_, topology, reason) => {
    expect(topology).not.toBe(text);
    await expect(reloaded({ topology: JSON.parse(topology) })).rejects.toThrow(reason);
    expect(Object.prototype).not.toHaveProperty('class_name');
  });

  test.each([
    '../weights.bin',
    '/weights.bin',
    'https://example.org/weights.bin',
    '.\\\\weights.bin',
  ])('where its weights lie at %s', async (path) => {
    await saveModel(folder, definition, card);
    const json = await readFile(join(folder, 'model.json'), 'utf8');
    const manifest = modelFileSchema.safeParse(JSON.parse(json.replace('weights.bin', path)));
    expect(manifest.error?.message).toContain('weights.bin');
    await writeFile(join(folder, 'model.json'), json.replace('weights.bin', path));
    await expect(loadModel(folder)).rejects.toMatchObject({ code: 'file-invalid' });
  });
});
