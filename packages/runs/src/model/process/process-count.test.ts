import { expect, test } from 'vitest';
import { processCount } from './process-count.ts';

const input = { height: 1000, width: 1000, channels: 3 } as const;
const weights = [{ name: 'kernel', shape: [1000, 1000], data: new Float32Array(1e6) }];
const model = { input, weights };
const many = { images: 200, engine: 'onnx', workers: undefined, cores: 2 } as const;

test('much work on onnxruntime has a process for each core, at most four', () => {
  expect(processCount(model, many)).toBe(2);
  expect(processCount(model, { ...many, cores: 3 })).toBe(3);
  expect(processCount(model, { ...many, cores: 16 })).toBe(4);
});

test('no more processes than workers were asked for', () => {
  expect(processCount(model, { ...many, cores: 16, workers: 3 })).toBe(3);
  expect(processCount(model, { ...many, workers: 1 })).toBe(0);
  expect(processCount(model, { ...many, workers: 0 })).toBe(0);
});

test('few images and a small model need no processes', () => {
  expect(processCount(model, { ...many, images: 199 })).toBe(0);
  const small = { ...model, weights: [{ ...weights[0]!, data: new Float32Array(1e5) }] };
  expect(processCount(small, many)).toBe(0);
});

test('other engines and one core need no processes', () => {
  expect(processCount(model, { ...many, engine: 'wasm' })).toBe(0);
  expect(processCount(model, { ...many, engine: 'tensorflow' })).toBe(0);
  expect(processCount(model, { ...many, cores: 1 })).toBe(0);
});
