import { SproutError } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import type { EngineName } from '../contract/engine-name.ts';
import { chooseEngine } from './choose-engine.ts';
import { engineHere, enginesHere } from './engines-here.ts';
import { openOnEngine } from './open-on-engine.ts';

const unsupported = new SproutError('model-unsupported', { what: 'Layer a', reason: 'why' });

/** Openers of models that are only names, with the engines that were asked; onnx may fail. */
function openers({ onnxFails }: { readonly onnxFails?: Error } = {}) {
  const asked: EngineName[] = [];
  const open = async (engine: EngineName): Promise<{ readonly engine: EngineName }> => {
    asked.push(engine);
    if (engine === 'onnx' && onnxFails !== undefined) throw onnxFails;
    return { engine };
  };
  return { asked, purpose: 'train', onnx: () => open('onnx'), tfjs: open };
}

/** The engine that `auto` means here. */
const first = chooseEngine('auto', await enginesHere());

describe('openOnEngine', () => {
  test.each(['cpu', 'wasm'] as const)('opens %s where it is asked for', async (engine) => {
    const given = openers();
    const { version } = await engineHere(engine);
    expect(await openOnEngine(engine, given)).toEqual({ engine, version, note: undefined });
    expect(given.asked).toEqual([engine]);
  });

  test('opens the fastest engine for auto, and says where that is not onnx', async () => {
    const given = openers();
    const { version } = await engineHere(first.engine);
    expect(await openOnEngine('auto', given)).toEqual({ ...first, version });
    expect(given.asked).toEqual([first.engine]);
  });

  test('does not fall back where onnx is asked for', async () => {
    const given = openers({ onnxFails: unsupported });
    await expect(openOnEngine('onnx', given)).rejects.toBe(unsupported);
    expect(given.asked).toEqual(['onnx']);
  });
});

describe.skipIf(first.engine !== 'onnx')('auto, where onnx is first,', () => {
  test('falls back to wasm for a model that onnx cannot compile, and says why', async () => {
    const given = openers({ onnxFails: unsupported });
    const opened = await openOnEngine('auto', given);
    expect(opened).toMatchObject({ engine: 'wasm', version: '4.22.0' });
    expect(opened.note).toBe(
      'onnx cannot train this model (Layer a is not supported: why); wasm trains it, slower',
    );
    expect(given.asked).toEqual(['onnx', 'wasm']);
  });

  test.each([
    new Error('out of memory'),
    new SproutError('weight-missing', { weight: 'a/kernel', shape: '[1]' }),
  ])('does not fall back after another error: %s', async (error) => {
    const given = openers({ onnxFails: error });
    await expect(openOnEngine('auto', given)).rejects.toBe(error);
    expect(given.asked).toEqual(['onnx']);
  });

  test('throws the error of wasm where the fallback fails too', async () => {
    const given = openers({ onnxFails: unsupported });
    const error = new SproutError('model-unsupported', { what: 'Layer b', reason: 'why' });
    const tfjs = () => Promise.reject(error);
    await expect(openOnEngine('auto', { ...given, tfjs })).rejects.toBe(error);
  });
});
