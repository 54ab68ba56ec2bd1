import { createDefinition, saveModel } from '@sprout/train';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventLog } from '../../test/event-log.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { SMALL_BASE, writeSmallWeights } from '../../test/small-weights.ts';
import { visualizeClass, visualizeFilters } from '../index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let model: string;
let taken = 0;
const out = () => join(folder.path, `pictures-${taken++}`);

/** A small model, whose first filter of the first convolution never answers. */
beforeAll(async () => {
  folder = await temporaryFolder();
  model = join(folder.path, 'model');
  const definition = createDefinition('small-cnn', { height: 32, width: 32, classes: 3, seed: 0 });
  for (const { name, data } of definition.weights) {
    if (name === 'stem_norm/gamma') data[0] = 0;
    if (name === 'stem_norm/beta') data[0] = -1;
  }
  await saveModel(model, definition, {
    classes: ['Charlock', 'Maize', 'Wheat'],
    recipe: [],
    recipeHash: '',
    versions: {},
  });
});

afterAll(() => folder[Symbol.asyncDispose]());

test('a dead filter is named, others have a picture', { timeout: 240_000 }, async () => {
  const { emit, events } = eventLog();
  const to = out();
  const options = { model, layer: 'stem_relu', filters: '0-1,4', steps: 2, frames: 2, out: to };
  const { filters, grid } = await visualizeFilters(
    { ...options, style: 'book' },
    { onEvent: emit },
  );
  expect(filters.map(({ filter }) => filter)).toEqual([0, 1, 4]);
  expect(filters.map(({ pictures }) => pictures.map(({ steps }) => steps))).toEqual([[], [2], [2]]);
  expect(grid).toBe(join(to, 'stem_relu-grid.png'));
  expect((await readdir(to)).toSorted()).toEqual([
    'stem_relu-1-course.png',
    'stem_relu-1-course.webp',
    'stem_relu-1.png',
    'stem_relu-4-course.png',
    'stem_relu-4-course.webp',
    'stem_relu-4.png',
    'stem_relu-grid.png',
  ]);
  expect(events).toContainEqual({
    type: 'subject-dead',
    subject: 'filter 0 of stem_relu',
    starts: 3,
  });
});

test('the same seed gives the same bytes, and the picture of a class has its number', async () => {
  const [first, second] = [out(), out()];
  const { emit, events } = eventLog();
  for (const to of [first, second])
    await visualizeClass(
      { model, classes: ['Maize', '2'], steps: 2, seed: 7, out: to },
      { onEvent: emit },
    );
  const file = join(first, 'class-1.png');
  expect(events).toContainEqual({ type: 'picture-written', file, subject: 'class Maize' });
  for (const name of ['class-1.png', 'class-2.png', 'classes-grid.png'])
    expect(await readFile(join(first, name))).toEqual(await readFile(join(second, name)));
});

test('variants at several sizes are pushed apart', async () => {
  const to = out();
  const octaves = { octaves: 2, octaveScale: 1.5, steps: 4, frames: 4 };
  const options = { model, layer: 'stem_relu', filters: '4', variants: 2, diversity: 1, out: to };
  const { filters } = await visualizeFilters({ ...options, ...octaves });
  const files = filters[0]!.pictures.map(({ file }) => file);
  expect(files).toEqual([join(to, 'stem_relu-4a.png'), join(to, 'stem_relu-4b.png')]);
  const [first, second] = await Promise.all(files.map((file) => readFile(file)));
  expect(first).not.toEqual(second);
  const alike = await visualizeFilters({
    ...options,
    ...octaves,
    diversity: undefined,
    out: out(),
  });
  expect(await readFile(alike.filters[0]!.pictures[0]!.file)).not.toEqual(first);
});

test('takes a model in a file, with its input function', async () => {
  const file = fileURLToPath(
    new URL('../../../train/fixtures/file-base/functional.keras', import.meta.url),
  );
  const options = { model: file, input: 'tf', steps: 1 };
  const made = await visualizeFilters({ ...options, layer: 'sum', filters: '0', out: out() });
  expect(made.filters[0]!.pictures).toHaveLength(1);
  const { classes } = await visualizeClass({ ...options, classes: ['1'], out: out() });
  expect(classes.map(({ name }) => name)).toEqual(['class 1']);
  const nameless = visualizeFilters({ model: file, layer: 'sum', out: out() });
  await expect(nameless).rejects.toThrow('input must be the input function that the model was');
});

test('takes a base by its name, with its weights', async () => {
  const weights = join(folder.path, 'weights.safetensors');
  await writeSmallWeights(weights);
  const size = { height: 32, width: 32 };
  const options = { weights, size, layer: 'conv1_relu', filters: '3', steps: 1, out: out() };
  const made = visualizeFilters({ model: SMALL_BASE.name, ...options });
  // weights of a net of another width are refused by name
  await expect(made).rejects.toMatchObject({ code: 'weights-unfit' });
});

test('stops when the signal is aborted, and keeps the pictures that are finished', async () => {
  const controller = new AbortController();
  const to = out();
  const work = visualizeFilters(
    { model, layer: 'stem_relu', filters: '1-9', steps: 2, out: to },
    {
      signal: controller.signal,
      onEvent: ({ type }) => type === 'picture-written' && controller.abort(new Error('enough')),
    },
  );
  await expect(work).rejects.toThrow('enough');
  expect(await readdir(to)).toEqual(['stem_relu-1.png']);
});

test.each<[object, string]>([
  [{ layer: 'stem_relo' }, 'Unknown layer "stem_relo"; did you mean "stem_relu"?'],
  [{ filters: '0-999' }, 'filters must be numbers of filters from 0 to'],
  [{ model: 'vgg61' }, 'did you mean "vgg16"?'],
  [{ steps: 0 }, 'steps must be a whole number'],
  [{ style: 'old' }, 'style must be one of book, modern'],
  [{ weights: 'x.h5' }, 'weights must be left out'],
  [
    { input: 'tf' },
    'input must be left out for a model that is not a base by its name or a model in',
  ],
  [{ diversity: 1 }, 'diversity must be left out for one variant'],
  [{ out: 'pictures.png' }, 'out must be the name of a folder'],
  [{ octaves: 4 }, 'octaves must be so few that the smallest image, here 12 x 12'],
  [{ variants: 0 }, 'variants must be a whole number'],
])('refuses %j before anything is written', async (wrong, message) => {
  const to = out();
  const options = { model, layer: 'stem_relu', filters: '1', steps: 1, out: to, ...wrong };
  await expect(visualizeFilters(options)).rejects.toThrow(message);
  await expect(readdir(to)).rejects.toMatchObject({ code: 'ENOENT' });
});

test.each([
  ['Maise', 'Unknown class "Maise"; did you mean "Maize"?'],
  ['3', 'class must be a class of the model, as a number from 0 to 2; received 3'],
])('refuses the class %s', async (name, message) => {
  await expect(visualizeClass({ model, classes: [name], out: out() })).rejects.toThrow(message);
});

test('pictures of a class are not written into the name of a file', async () => {
  const work = visualizeClass({ model, classes: ['Maize'], out: `${out()}.png` });
  await expect(work).rejects.toThrow('out must be the name of a folder');
});
