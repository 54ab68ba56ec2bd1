import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { teachableMachineFixture } from '../../fixtures/teachable-machine.ts';
import { ENGINES } from '../../test/engines.ts';
import { formulaImages } from '../../test/formula-weights.ts';
import { exportOf, LABELS, trainedByTeachableMachine } from '../../test/teachable-machine.ts';
import { openPredictor } from '../engine/open/open-predictor.ts';
import { fromTeachableMachine } from './from-teachable-machine.ts';

let model: LayersModel;
let files: ReturnType<typeof exportOf>;

beforeAll(async () => {
  model = await trainedByTeachableMachine();
  files = exportOf(model);
});
afterAll(() => void model.dispose());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(changes: Partial<typeof files> = {}) {
  const all = { ...files, ...changes };
  return fromTeachableMachine({
    model: bytes(all['model.json']),
    modelFile: 'model.json',
    metadata: bytes(all['metadata.json']),
    metadataFile: 'metadata.json',
    readSibling: async () => all['weights.bin'],
  });
}

describe('an image model of Teachable Machine', () => {
  test.each(ENGINES)('answers on %s what its library answers', async (engine) => {
    const { definition, metadata } = await read();
    expect(metadata.labels).toEqual(LABELS);
    expect(definition.input).toMatchObject({ height: 32, width: 32, channels: 3 });
    const images = formulaImages(2 * 32 * 32 * 3);
    await using predictor = await openPredictor(definition, { engine, threads: 1 });
    const captured = tensor(
      Float32Array.from(images, (byte) => byte / 127 - 1),
      [2, 32, 32, 3],
    );
    const expected = (model.predict(captured) as Tensor).dataSync();
    const received = await predictor.predict(images, 2);
    expect(received).toHaveLength(6);
    for (const [at, value] of received.entries()) expect(value).toBeCloseTo(expected[at]!, 4);
    expect(Math.max(...expected)).toBeLessThan(0.999);
  });

  test('that its library saved answers as in its library', async () => {
    const { probabilities, ...saved } = teachableMachineFixture();
    const { definition, metadata } = await fromTeachableMachine({
      model: bytes(saved['model.json']),
      modelFile: 'model.json',
      metadata: bytes(saved['metadata.json']),
      metadataFile: 'metadata.json',
      readSibling: async () => new Uint8Array(Buffer.from(saved['weights.bin'], 'base64')),
    });
    expect(metadata.tfjsVersion).toBe('1.3.1');
    await using predictor = await openPredictor(definition, { engine: 'cpu', threads: 1 });
    const received = await predictor.predict(formulaImages(2 * 16 * 16 * 3), 2);
    expect(received).toHaveLength(probabilities.length);
    for (const [at, value] of probabilities.entries()) expect(received[at]).toBeCloseTo(value, 5);
  });

  test.each([
    [{ grayscale: true }, 'the model takes grey images'],
    [{ labels: ['a', 'b'] }, 'it has 2 labels, the model has 3 outputs'],
    [{ labels: 'a' }, 'labels'],
  ])('is refused with the metadata %j', async (metadata, reason) => {
    const changed = { 'metadata.json': exportOf(model, metadata)['metadata.json'] };
    await expect(read(changed)).rejects.toMatchObject({
      code: 'file-invalid',
      context: { file: 'metadata.json', reason: expect.stringContaining(reason) as string },
    });
  });

  test.each([
    ['"softmax"', '"sigmoid"', 'softmax'],
    ['[null,32,32,3]', '[null,32,32,1]', 'square images of 3 channels'],
    ['"GlobalAveragePooling2D"', '"Lambda"', 'Lambda'],
    ['"name":"dense_Dense1"', '"name":"Conv1"', 'Layer Conv1'],
  ])('is refused with %s made %s', async (from, to, reason) => {
    const text = files['model.json'].replaceAll(from, to);
    expect(text).not.toBe(files['model.json']);
    await expect(read({ 'model.json': text })).rejects.toMatchObject({
      code: 'file-invalid',
      context: { file: 'model.json', reason: expect.stringContaining(reason) as string },
    });
  });
});
