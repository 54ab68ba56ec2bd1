import { getBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { ENGINE_NAMES } from '../contract/engine-name.ts';
import { startBackend } from '../tfjs/backend/start-backend.ts';
import { engineHere, enginesHere } from './engines-here.ts';

beforeAll(() => startBackend('cpu', { threads: 1 }));

describe('engineHere', () => {
  test('reports cpu, which is always available', async () => {
    expect(await engineHere('cpu')).toEqual({
      name: 'cpu',
      available: true,
      version: '4.22.0',
      detail: 'JavaScript, slow',
      gpu: false,
      reason: undefined,
    });
  });

  test('reports wasm with its features, and keeps the active backend', async () => {
    const report = await engineHere('wasm');
    expect(report).toMatchObject({ available: true, version: '4.22.0', gpu: false });
    expect(report.detail).toMatch(/^WebAssembly, (no )?SIMD, (threads|one thread)$/);
    expect(getBackend()).toBe('cpu');
  });

  test('says why wasm is not available without WebAssembly', async () => {
    const given = Object.getOwnPropertyDescriptor(globalThis, 'WebAssembly')!;
    Reflect.deleteProperty(globalThis, 'WebAssembly');
    try {
      expect(await engineHere('wasm')).toEqual({
        name: 'wasm',
        available: false,
        version: undefined,
        detail: undefined,
        gpu: false,
        reason: 'this process runs without WebAssembly',
      });
    } finally {
      Object.defineProperty(globalThis, 'WebAssembly', given);
    }
  });

  test.skipIf(onnxruntime === undefined)('reports onnx where onnxruntime loads', async () => {
    const report = await engineHere('onnx');
    expect(report).toMatchObject({ available: true, version: '1.16.3', gpu: false });
    expect(report.detail).toBe('CPU, by onnxruntime-node');
  });

  test('keeps the active backend while it looks for tensorflow', async () => {
    const { available, reason } = await engineHere('tensorflow');
    expect(typeof reason).toBe(available ? 'undefined' : 'string');
    expect(getBackend()).toBe('cpu');
  });
});

test('enginesHere reports each engine, fastest first', async () => {
  const expected = [];
  for (const name of ENGINE_NAMES) expected.push(await engineHere(name));
  expect(await enginesHere()).toEqual(expected);
});
