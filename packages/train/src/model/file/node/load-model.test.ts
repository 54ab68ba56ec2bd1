import type { Json } from '@sprout/core';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ModelDefinition } from '../../model-definition.ts';
import type { ModelCard } from '../model-card.ts';
import { loadModel } from './load-model.ts';
import { sealOf } from './seal.ts';
import { sha256 } from './sha256.ts';
import { writeModel } from './write-model.ts';

const card: ModelCard = {
  classes: ['a', 'b'],
  recipe: [{ op: 'resize', height: 1, width: 2 }],
  recipeHash: 'abc',
  versions: { sprout: '0.1.0' },
};
const definition: ModelDefinition = {
  topology: {
    class_name: 'Sequential',
    config: {
      name: 'small',
      layers: [
        { class_name: 'Flatten', config: { name: 'f', batch_input_shape: [null, 1, 2, 1] } },
        { class_name: 'Dense', config: { name: 'd', units: 2, activation: 'softmax' } },
      ],
    },
  },
  weights: [
    { name: 'd/kernel', shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) },
    { name: 'd/bias', shape: [2], data: Float32Array.of(5, 6) },
  ],
  input: { height: 1, width: 2, channels: 1, normalisation: { mean: [0], deviation: [1] } },
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sprout-load-'));
  await writeModel(folder, definition, card);
});
afterEach(() => rm(folder, { recursive: true }));

function file(name: string): string {
  return join(folder, name);
}

type SproutJson = Record<string, Json>;

/** Changes `sprout.json`, and seals it again. */
async function changeCard(change: (json: SproutJson) => SproutJson): Promise<void> {
  const text = await readFile(file('sprout.json'), 'utf8');
  const { seal: _seal, ...unsealed } = change(JSON.parse(text) as SproutJson);
  const sealed = { ...unsealed, seal: sealOf(unsealed) };
  await writeFile(file('sprout.json'), JSON.stringify(sealed));
}

/** Replaces a file, with the hash of the new one in `sprout.json`. */
async function replace(name: 'model.json' | 'weights.bin', bytes: string | Uint8Array) {
  await writeFile(file(name), bytes);
  await changeCard((json) => ({
    ...json,
    files: { ...(json['files'] as SproutJson), [name]: sha256(bytes) },
  }));
}

/** The error for a file, with a part of its reason. */
function fault(name: string, reason: string): object {
  const context = { file: file(name), reason: expect.stringContaining(reason) as string };
  return { code: 'file-invalid', context };
}

test('returns what was written, in any layout of the JSON', async () => {
  expect(await loadModel(folder)).toEqual({ definition, card });
  await changeCard((json) => Object.fromEntries(Object.entries(json).toReversed()));
  expect(await loadModel(folder)).toEqual({ definition, card });
});

describe('a folder is refused', () => {
  test('where it does not exist, naming the first file', async () => {
    const nowhere = file('nowhere');
    await expect(loadModel(nowhere)).rejects.toMatchObject({
      code: 'file-missing',
      context: { file: join(nowhere, 'sprout.json') },
    });
  });

  test('where a folder has the name of a file', async () => {
    await rm(file('weights.bin'));
    await mkdir(file('weights.bin'));
    const refused = loadModel(folder);
    await expect(refused).rejects.toMatchObject({
      code: 'file-invalid',
      context: { file: file('weights.bin') },
      cause: { code: 'EISDIR' },
    });
  });

  test('where its files come from two models', async () => {
    const other = file('other');
    const weights = definition.weights.map((weight) => ({
      ...weight,
      data: weight.data.map(Math.sqrt),
    }));
    await writeModel(other, { ...definition, weights }, card);
    await copyFile(join(other, 'weights.bin'), file('weights.bin'));
    await expect(loadModel(folder)).rejects.toMatchObject(
      fault('weights.bin', 'its SHA-256 is not the one in sprout.json'),
    );
  });
});

describe('sprout.json is refused', () => {
  test('where it is no text, or no JSON', async () => {
    await writeFile(file('sprout.json'), Uint8Array.of(0x7b, 0xff, 0x7d));
    await expect(loadModel(folder)).rejects.toMatchObject(fault('sprout.json', 'it is not JSON ('));
    await writeFile(file('sprout.json'), '{');
    await expect(loadModel(folder)).rejects.toMatchObject(fault('sprout.json', 'it is not JSON ('));
  });

  test('where a field was changed without a new seal', async () => {
    const text = await readFile(file('sprout.json'), 'utf8');
    await writeFile(file('sprout.json'), text.replace('"abc"', '"abd"'));
    await expect(loadModel(folder)).rejects.toMatchObject(
      fault('sprout.json', 'its contents do not match its seal'),
    );
  });

  test.each<[string, SproutJson, string]>([
    ['a later layout', { schema: 2 }, 'schema'],
    ['an unknown field', { extra: 1 }, 'extra'],
    ['one class', { classes: ['a'] }, 'classes'],
    ['another number of classes', { classes: ['a', 'b', 'c'] }, 'must have the shape [2]'],
  ])('with %s', async (_, fields, reason) => {
    await changeCard((json) => ({ ...json, ...fields }));
    await expect(loadModel(folder)).rejects.toMatchObject(fault('sprout.json', reason));
  });

  test('with a normalisation for another number of channels', async () => {
    const normalisation = { mean: [0, 0], deviation: [1, 1] };
    await changeCard((json) => ({
      ...json,
      input: { ...definition.input, normalisation } as never,
    }));
    await expect(loadModel(folder)).rejects.toMatchObject(
      fault('sprout.json', 'a mean and a deviation above 0 for each of 1 channels'),
    );
  });
});

describe('model.json is refused', () => {
  test('where it is no model', async () => {
    await replace('model.json', '{"format":"layers-model"}');
    await expect(loadModel(folder)).rejects.toMatchObject(fault('model.json', 'modelTopology'));
  });

  test.each([
    ['a weight', '"d/bias"', '"d/offset"', 'd/bias'],
    ['a layer', '"Flatten"', '"Flat"', 'Flat is not a known class'],
    ['a size', '"units":2', '"units":3', 'must have the shape [2, 3]'],
  ])('with another name or number for %s', async (_, from, to, reason) => {
    const text = await readFile(file('model.json'), 'utf8');
    expect(text).toContain(from);
    await replace('model.json', text.replace(from, to));
    await expect(loadModel(folder)).rejects.toMatchObject(fault('model.json', reason));
  });
});

test('weights.bin is refused with more or fewer bytes than model.json declares', async () => {
  await replace('weights.bin', new Uint8Array(20));
  await expect(loadModel(folder)).rejects.toMatchObject(
    fault('weights.bin', 'it has 20 bytes where 24 are declared'),
  );
  await replace('weights.bin', new Uint8Array(28));
  await expect(loadModel(folder)).rejects.toMatchObject(
    fault('weights.bin', 'it has 28 bytes where 24 are declared'),
  );
});
