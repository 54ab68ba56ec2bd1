import type { GradientOptions, Objective } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { guardGradientSource } from './guard-gradient-source.ts';

const layers = ['conv', 'classes'];
const images = Uint8Array.of(1, 2, 3, 4);
const objective = [{ layer: 'conv', measure: 'channel', channel: 0 }] as const;

/** A guarded source of gradients that are the images, with the calls that pass the guard. */
function guarded() {
  const calls: (GradientOptions | 'dispose')[] = [];
  const source = guardGradientSource(
    {
      engine: 'cpu',
      imageShape: [1, 2, 1],
      gradient: async (given, options) => {
        calls.push(options);
        const gradient = Float32Array.from(given);
        return {
          values: new Float32Array(options.count),
          shape: [2, 1, 2, 1],
          gradient,
          outputs: [],
        };
      },
      [Symbol.asyncDispose]: async () => void calls.push('dispose'),
    },
    { layers },
  );
  return { calls, source };
}

/** What a guarded source answers; it answers every call that passes the guard. */
function ask(given: Uint8Array | Float32Array, options: Partial<GradientOptions>) {
  return guarded().source.gradient(given, { count: 2, objective, ...options });
}

describe('a guarded gradient source', () => {
  test('passes calls on, with bytes or floats', async () => {
    const { calls, source } = guarded();
    expect([source.engine, source.imageShape]).toEqual(['cpu', [1, 2, 1]]);
    const wrt = { layer: 'classes', beforeActivation: true };
    for (const given of [images, Float32Array.of(0.5, -1, 300, 2)]) {
      const { gradient } = await source.gradient(given, { count: 2, objective, wrt });
      expect(gradient).toEqual(Float32Array.from(given));
    }
    const passed = { count: 2, objective, wrt, outputs: undefined, rectifiers: 'exact' };
    expect(calls).toEqual([passed, passed]);
  });

  test('refuses a count below 1', async () => {
    const error = { code: 'option-invalid', context: { option: 'count' } };
    await expect(ask(images, { count: 0 })).rejects.toMatchObject(error);
  });

  test('refuses one image for an objective that compares images', async () => {
    const similar = [{ layer: 'conv', measure: 'similarity' }] as const;
    const one = ask(images.subarray(0, 2), { count: 1, objective: similar });
    await expect(one).rejects.toThrow('count must be a whole number, at least 2; received 1');
  });

  test('refuses images of another length, naming shape and types', async () => {
    const message =
      'The images must have the shape [3, 1, 2, 1] in a Uint8Array or a Float32Array; received 4 in a Uint8Array';
    const refused = ask(images, { count: 3 });
    await expect(refused).rejects.toMatchObject({ code: 'shape-mismatch', message });
  });

  test.each([NaN, Infinity, -Infinity])('refuses images with the number %d', async (value) => {
    const error = {
      code: 'option-invalid',
      message: `images must be finite numbers; received ${value}`,
    };
    await expect(ask(Float32Array.of(1, 2, value, 4), {})).rejects.toMatchObject(error);
  });

  test.each<[string, unknown]>([
    ['no terms', []],
    ['an unknown measure', [{ layer: 'conv', measure: 'smallest' }]],
    ['a negative channel', [{ layer: 'conv', measure: 'channel', channel: -1 }]],
  ])('refuses an objective with %s', async (_, wrong) => {
    const error = { code: 'config-invalid', message: expect.stringContaining('The objective') };
    await expect(ask(images, { objective: wrong as Objective })).rejects.toMatchObject(error);
  });

  test('suggests a name for an unknown layer, in the objective or as the target', async () => {
    const unknown = [...objective, { layer: 'cnv', measure: 'mean-square' } as const];
    const error = (name: string, known: string) => ({
      code: 'name-unknown',
      message: `Unknown layer "${name}"; did you mean "${known}"?`,
    });
    await expect(ask(images, { objective: unknown })).rejects.toMatchObject(error('cnv', 'conv'));
    const wrt = { layer: 'clases' };
    await expect(ask(images, { wrt })).rejects.toMatchObject(error('clases', 'classes'));
    const asked = ask(images, { outputs: [{ layer: 'classes' }, { layer: 'cov' }] });
    await expect(asked).rejects.toMatchObject(error('cov', 'conv'));
  });

  test('is disposed of once, and refuses all later calls', async () => {
    const { calls, source } = guarded();
    await source[Symbol.asyncDispose]();
    await source[Symbol.asyncDispose]();
    await expect(source.gradient(images, { count: 2, objective })).rejects.toThrow(
      'the gradient source is used after it was closed',
    );
    expect(calls).toEqual(['dispose']);
  });
});
