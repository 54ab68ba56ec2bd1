import { describe, expect, test } from 'vitest';
import type { Predictor } from '../contract/predictor.ts';
import { guardPredictor } from './guard-predictor.ts';
import { lifetimeOf } from './lifetime.ts';

const input = {
  height: 1,
  width: 2,
  channels: 1,
  normalisation: { mean: [0], deviation: [1] },
};
const layers = ['conv', 'classes'];
const images = Uint8Array.of(1, 2, 3, 4);

/** A predictor that answers the bytes of the images, with the calls that reach it. */
function recorded() {
  const calls: string[] = [];
  const predictor: Predictor = {
    engine: 'cpu',
    predict: async (given, count) => {
      calls.push(`predict ${count}`);
      return Float32Array.from(given);
    },
    outputs: async (given, count, names) => {
      calls.push(`outputs ${count} ${names.join()}`);
      const output = { shape: [count, 1, 2, 1], data: Float32Array.from(given) };
      return new Map(names.map((name) => [name, output]));
    },
    [Symbol.asyncDispose]: async () => void calls.push('dispose'),
  };
  return { calls, predictor };
}

function guarded() {
  const { calls, predictor } = recorded();
  return { calls, predictor: guardPredictor(predictor, { input, layers }) };
}

describe('a guarded predictor', () => {
  test('passes calls on', async () => {
    const { calls, predictor } = guarded();
    expect(predictor.engine).toBe('cpu');
    expect(await predictor.predict(images, 2)).toEqual(Float32Array.of(1, 2, 3, 4));
    const outputs = await predictor.outputs(images, 2, ['conv']);
    expect(outputs.get('conv')!.data).toEqual(Float32Array.of(1, 2, 3, 4));
    expect(calls).toEqual(['predict 2', 'outputs 2 conv']);
  });

  test.each([0, -1, 1.5, NaN])('refuses a count of %d', async (count) => {
    const { calls, predictor } = guarded();
    const refusal = { code: 'option-invalid', context: { option: 'count' } };
    await expect(predictor.predict(images, count)).rejects.toMatchObject(refusal);
    await expect(predictor.outputs(images, count, [])).rejects.toMatchObject(refusal);
    expect(calls).toEqual([]);
  });

  test('refuses images of another length or type, naming the shape', async () => {
    const { calls, predictor } = guarded();
    const floats = Float32Array.from(images) as unknown as Uint8Array;
    const wanted = 'The images must have the shape [2, 1, 2, 1] in a Uint8Array; received';
    await expect(predictor.predict(images.subarray(1), 2)).rejects.toMatchObject({
      code: 'shape-mismatch',
      message: `${wanted} 3 in a Uint8Array`,
    });
    await expect(predictor.outputs(floats, 2, ['conv'])).rejects.toMatchObject({
      code: 'shape-mismatch',
      message: `${wanted} 4 in a Float32Array`,
    });
    expect(calls).toEqual([]);
  });

  test('suggests a name for an unknown layer', async () => {
    const { calls, predictor } = guarded();
    await expect(predictor.outputs(images, 2, ['conv', 'clases'])).rejects.toMatchObject({
      code: 'name-unknown',
      message: 'Unknown layer "clases"; did you mean "classes"?',
    });
    expect(calls).toEqual([]);
  });

  test('answers for no layers by itself', async () => {
    const { calls, predictor } = guarded();
    expect(await predictor.outputs(images, 2, [])).toEqual(new Map());
    expect(calls).toEqual([]);
  });

  test('is disposed of once, and refuses all later calls', async () => {
    const { calls, predictor } = guarded();
    await predictor[Symbol.asyncDispose]();
    await predictor[Symbol.asyncDispose]();
    const closed = 'the predictor is used after it was closed';
    await expect(predictor.predict(images, 2)).rejects.toThrow(closed);
    await expect(predictor.outputs(images, 2, ['conv'])).rejects.toThrow(closed);
    expect(calls).toEqual(['dispose']);
  });

  test('ends with the lifetime that it is given', async () => {
    const { calls, predictor } = recorded();
    const lifetime = lifetimeOf('trainer', predictor);
    const part = guardPredictor(predictor, { input, layers, lifetime });
    await lifetime.close();
    await expect(part.predict(images, 2)).rejects.toThrow('the trainer is used after');
    await part[Symbol.asyncDispose]();
    expect(calls).toEqual(['dispose']);
  });
});
