import { expect, test } from 'vitest';
import { readWeights } from '../read/read-weights.ts';

const layer = (name: string) => ({ class_name: 'Dense', config: { name } });
const topology = {
  model_config: { class_name: 'Sequential', config: { layers: [layer('z'), layer('a')] } },
};
const encode = (json: object) => new TextEncoder().encode(JSON.stringify(json));
const bytesOf = (array: ArrayBufferView) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

test('weights are read across the shards of a group, and layers put in the order of the model', async () => {
  const weights = [
    { name: 'a/kernel', shape: [2], dtype: 'float32' },
    { name: 'z/kernel', shape: [1], dtype: 'int32' },
  ];
  const json = {
    modelTopology: topology,
    weightsManifest: [{ paths: ['1', 'in/2'], weights }],
    format: 'layers-model',
  };
  const all = new Uint8Array([...bytesOf(Float32Array.of(1, 2)), ...bytesOf(Int32Array.of(-3))]);
  const files: Record<string, Uint8Array> = { '1': all.subarray(0, 5), 'in/2': all.subarray(5) };
  const readSibling = async (path: string) => files[path] ?? new Uint8Array(0);
  const content = await readWeights(encode(json), 'model.json', { readSibling });
  expect(content).toMatchObject({
    format: 'tfjs',
    layers: [
      { name: 'z', weights: ['z/kernel'] },
      { name: 'a', weights: ['a/kernel'] },
    ],
    layersAreInOrder: true,
    model: topology,
  });
  expect(content.metadata.get('format')).toBe('layers-model');
  expect(content.tensors.map(({ data }) => [...data])).toEqual([[1, 2], [-3]]);
});

test('quantised weights are numbers * scale + min, whole for int32; float16 is expanded', async () => {
  const weights = [
    {
      name: 'q8',
      shape: [3],
      dtype: 'float32',
      quantization: { dtype: 'uint8', scale: 0.5, min: -1 },
    },
    {
      name: 'q16',
      shape: [2],
      dtype: 'int32',
      quantization: { dtype: 'uint16', scale: 0.3, min: 0 },
    },
    { name: 'h', shape: [1], dtype: 'float32', quantization: { dtype: 'float16' } },
  ];
  const bytes = new Uint8Array([0, 1, 255, ...bytesOf(Uint16Array.of(1, 5, 0x3c00))]);
  const json = { weightsManifest: [{ paths: ['w'], weights }] };
  const content = await readWeights(encode(json), 'm', { readSibling: async () => bytes });
  expect(content.tensors.map(({ data }) => [...data])).toEqual([[-1, -0.5, 126.5], [0, 2], [1]]);
  expect(content.layersAreInOrder).toBe(false);
});
