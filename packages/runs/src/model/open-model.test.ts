import { recipeHash } from '@sprout/imgproc';
import { type ModelDefinition, saveModel } from '@sprout/train';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  COLOUR_CLASSES,
  COLOUR_RECIPE,
  colourModel,
  saveColourModel,
} from '../../test/colour-model.ts';
import { BLUE, RED } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { modelFolder } from './load-run-model.ts';
import { openModel, type OpenedModel } from './open-model.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let model: OpenedModel;
let run: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  run = join(folder.path, 'run');
  await saveColourModel(join(run, 'model'));
  model = await openModel(run, { engine: 'cpu' });
});

afterAll(async () => {
  await model[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

/** An image of the size of the model. */
const imageOf = (colour: readonly number[]): number[] =>
  Array.from({ length: 16 }, () => colour).flat();

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((thrown: unknown) => thrown);

test('a model answers probabilities, and has its card and its engine', async () => {
  const images = Uint8Array.from([...imageOf(BLUE), ...imageOf(RED)]);
  const [blue, notBlue, notRed, red] = await model.predictor.predict(images, 2);
  expect(blue).toBeGreaterThan(0.8);
  expect(red).toBeGreaterThan(0.8);
  expect(blue! + notBlue!).toBeCloseTo(1, 5);
  expect(red! + notRed!).toBeCloseTo(1, 5);
  expect(model.predictor.engine).toBe('cpu');
  expect(model.card).toMatchObject({ classes: COLOUR_CLASSES, recipe: COLOUR_RECIPE });
});

test('a run folder and a model folder are found; any other folder is an error', async () => {
  const inside = join(run, 'model');
  expect(await modelFolder(run)).toBe(inside);
  expect(await modelFolder(inside)).toBe(inside);
  const file = join(folder.path, 'model', 'model.json');
  await expect(modelFolder(folder.path)).rejects.toMatchObject({
    code: 'file-missing',
    context: { file },
  });
});

test('a recipe that does not match its hash is an error of sprout.json', async () => {
  const path = join(folder.path, 'other-hash');
  await saveColourModel(path, { recipeHash: recipeHash([{ op: 'median', size: 3 }]) });
  await expect(openModel(path, { engine: 'cpu' })).rejects.toMatchObject({
    code: 'file-invalid',
    context: {
      file: join(path, 'sprout.json'),
      reason: 'its recipe does not match its recipe hash',
    },
  });
});

test('a recipe with an unknown op is an error of sprout.json, with the op', async () => {
  const path = join(folder.path, 'unknown-op');
  await saveColourModel(path, { recipe: [{ op: 'resise', height: 4, width: 4 }] });
  const error = await errorOf(openModel(path, { engine: 'cpu' }));
  expect(error).toMatchObject({
    code: 'file-invalid',
    context: { file: join(path, 'sprout.json') },
  });
  expect(String(error)).toContain('"resise"; did you mean "resize"?');
});

test('a changed card is an error, because it does not match its seal', async () => {
  const path = join(folder.path, 'changed');
  await saveColourModel(path);
  const file = join(path, 'sprout.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"blue"', '"green"'));
  expect(String(await errorOf(openModel(path, { engine: 'cpu' })))).toMatch(
    /do not match its seal$/,
  );
});

test('a missing file of a model is named', async () => {
  const path = join(folder.path, 'incomplete');
  await saveColourModel(path);
  await rm(join(path, 'weights.bin'));
  await expect(openModel(path, { engine: 'cpu' })).rejects.toMatchObject({
    code: 'file-missing',
    context: { file: join(path, 'weights.bin') },
  });
});

/** Writes a model with the classes and the recipe of the colour model. */
async function saved(name: string, definition: ModelDefinition): Promise<string> {
  const path = join(folder.path, name);
  await saveModel(path, definition, model.card);
  return path;
}

test('predictions that are not finite are an error of the model', async () => {
  const definition = colourModel();
  const weights = definition.weights.map((weight) => ({ ...weight, data: weight.data.fill(3e38) }));
  const path = await saved('infinite', { ...definition, weights });
  await using infinite = await openModel(path, { engine: 'cpu' });
  await expect(infinite.predictor.predict(Uint8Array.from(imageOf(RED)), 1)).rejects.toMatchObject({
    code: 'file-invalid',
    context: { file: path, reason: expect.stringContaining('not finite') as string },
  });
});

test('a model whose outputs are not probabilities is refused', async () => {
  const definition = colourModel();
  const text = JSON.stringify(definition.topology).replace('"softmax"', '"linear"');
  const topology = JSON.parse(text) as ModelDefinition['topology'];
  const path = await saved('linear', { ...definition, topology });
  expect(await errorOf(openModel(path, { engine: 'cpu' }))).toMatchObject({
    code: 'model-unsupported',
  });
});
