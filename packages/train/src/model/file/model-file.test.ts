import { expect, test } from 'vitest';
import { formatModelFile, modelFileSchema } from './model-file.ts';

const topology = { class_name: 'Sequential', config: { layers: [] } };
const weights = [{ name: 'a/bias', shape: [1], data: Float32Array.of(1) }];

test('a model file is written with these keys in this order: hashes depend on it', () => {
  expect(formatModelFile(topology, weights)).toBe(
    '{"format":"layers-model","generatedBy":"sprout","convertedBy":null,' +
      '"modelTopology":{"class_name":"Sequential","config":{"layers":[]}},' +
      '"weightsManifest":[{"paths":["weights.bin"],' +
      '"weights":[{"name":"a/bias","shape":[1],"dtype":"float32"}]}]}',
  );
});

test('a model file is read as it was written', () => {
  const parsed = modelFileSchema.parse(JSON.parse(formatModelFile(topology, weights)));
  expect(parsed.modelTopology).toEqual(topology);
  expect(parsed.weightsManifest[0].weights).toMatchObject([{ name: 'a/bias', shape: [1] }]);
});

test.each([
  ['"float32"', '"int32"'],
  ['"layers-model"', '"graph-model"'],
  ['["weights.bin"]', '["weights.bin","more.bin"]'],
  ['[1]', '[-1]'],
])('a model file with %s made %s is refused', (written, changed) => {
  const text = formatModelFile(topology, weights).replace(written, changed);
  expect(modelFileSchema.safeParse(JSON.parse(text)).success).toBe(false);
});
