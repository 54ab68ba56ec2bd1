import { parseRecipe, recipeHash } from '@sprout/imgproc';
import { createDefinition, saveModel } from '@sprout/train';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveColourModel } from '../../test/colour-model.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import {
  type RunEvent,
  visualizeActivations,
  type VisualizeActivationsOptions,
  visualizeAttribution,
  type VisualizeAttributionOptions,
} from '../index.ts';
import { openModel, type OpenedModel } from '../model/open-model.ts';

const SIZE = { height: 32, width: 32 };
const own = { engine: 'cpu', workers: 0 } as const;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let run: string;
let photos: string;
let model: OpenedModel; // keeps the thread of the engine running between the tests
let outs = 0;

beforeAll(async () => {
  folder = await temporaryFolder();
  run = join(folder.path, 'run');
  const recipe = parseRecipe([{ op: 'resize', ...SIZE }]);
  const parameters = { filters: [4, 6] };
  const definition = createDefinition('small-cnn', { ...SIZE, classes: 2, seed: 0, parameters });
  await saveModel(join(run, 'model'), definition, {
    classes: ['blue', 'red'],
    recipe,
    recipeHash: recipeHash(recipe),
    versions: {},
  });
  photos = await writePhotos(join(folder.path, 'photos'), { mixed: [BLUE, RED, 'no image'] });
  model = await openModel(run, { engine: 'cpu' });
}, 60_000);

afterAll(async () => {
  await model[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const photo = (number: number): string => join(photos, 'mixed', `${number}.png`);
const newOut = (): string => join(folder.path, `out-${outs++}`);

function explained(
  options: Partial<VisualizeAttributionOptions> & { readonly out: string },
  onEvent?: (event: RunEvent) => void,
) {
  return visualizeAttribution({ run, images: photo(0), ...own, ...options }, { onEvent });
}

/** Expects an error. Returns whether something was written. */
async function refused(options: Partial<VisualizeAttributionOptions>, error: object) {
  const { out = newOut() } = options;
  await expect(explained({ ...options, out })).rejects.toMatchObject(error);
  return (await readdir(folder.path)).some((name) => out.endsWith(name));
}

test('each image has three pictures, and all are on a sheet', async () => {
  const out = newOut();
  const result = await explained({ images: [photo(0), photo(1)], out });
  expect(result).toMatchObject({ method: 'grad-cam', sheet: join(out, 'sheet.png') });
  expect(result.images.map(({ path }) => path)).toEqual([photo(0), photo(1)]);
  const files = ['0-heat-map', '0-image', '0-overlay', '1-heat-map', '1-image', '1-overlay'];
  expect((await readdir(out)).toSorted()).toEqual([...files, 'sheet'].map((name) => `${name}.png`));
  const { classes } = model.card;
  for (const { className } of result.images) expect(classes).toContain(className);
});

test('the same call again accepts its pictures, and another call does not replace them', async () => {
  const out = newOut();
  const first = await explained({ out, className: 'red' });
  expect(first.images[0]).toMatchObject({ className: 'red' });
  expect(await explained({ out, className: 'red' })).toEqual(first);
  const before = await readFile(first.sheet);
  await expect(explained({ out, method: 'saliency' })).rejects.toMatchObject({
    code: 'file-exists',
  });
  expect(await readFile(first.sheet)).toEqual(before);
});

test('integrated gradients name their gap', async () => {
  const { images, layer } = await explained({ method: 'integrated-gradients', out: newOut() });
  expect(images[0]!.gap).toBeGreaterThanOrEqual(0);
  expect(layer).toBeUndefined();
});

test('a method that is not faithful says so', async () => {
  const { caution } = await explained({ method: 'guided-backprop', out: newOut() });
  expect(caution).toContain('edges of the image');
  expect(await explained({ out: newOut() })).not.toHaveProperty('caution');
});

test.each<[string, Partial<VisualizeAttributionOptions>, object]>([
  [
    'a class that the model does not have',
    { className: 'bleu' },
    { code: 'name-unknown', message: 'Unknown class "bleu"; did you mean "blue"?' },
  ],
  ['a layer that the model does not have', { layer: 'stag' }, { code: 'name-unknown' }],
  ['a layer without rows and columns', { layer: 'classes' }, { code: 'option-invalid' }],
  [
    'the name of a file',
    { out: 'maps.png' },
    { code: 'option-invalid', context: { option: 'out' } },
  ],
  ['an unknown method', { method: 'gradcam' as 'grad-cam' }, { code: 'name-unknown' }],
  ['a run that does not exist', { run: '/no/run' }, { code: 'run-missing' }],
  ['an image that does not exist', { images: '/no/image.png' }, { code: 'images-bad' }],
])('%s is refused, and nothing is written', async (_, options, error) => {
  expect(await refused(options, error)).toBe(false);
});

test('a broken image is refused, and nothing is written; or it is left out', async () => {
  const images = [photo(0), photo(2)];
  const error = { code: 'images-bad', context: { count: 1, total: 2 } };
  expect(await refused({ images }, error)).toBe(false);
  const events: RunEvent[] = [];
  const result = await explained({ images, onBad: 'skip', out: newOut() }, (event) =>
    events.push(event),
  );
  expect(result.images).toHaveLength(1);
  expect(events.map(({ type }) => type)).toContain('image-left-out');
});

test('a model without maps has no Grad-CAM, and has saliency', async () => {
  const colours = await saveColourModel(join(folder.path, 'colours', 'model'));
  const error = { code: 'option-invalid', context: { option: 'layer' } };
  expect(await refused({ run: colours }, error)).toBe(false);
  const { images } = await explained({ run: colours, method: 'saliency', out: newOut() });
  expect(images[0]).toMatchObject({ className: 'blue' });
});

test('an aborted command writes nothing', async () => {
  const out = newOut();
  const signal = AbortSignal.abort(new Error('stopped'));
  const options = { run, images: photo(0), ...own, out };
  await expect(visualizeAttribution(options, { signal })).rejects.toThrow('stopped');
  expect(await readdir(folder.path)).not.toContain(out.split('/').at(-1));
});

function activations(options: Partial<VisualizeActivationsOptions>) {
  return visualizeActivations({ run, image: photo(1), ...own, ...options });
}

test('the channels of a layer are one picture, those with the largest mean first', async () => {
  const out = `${newOut()}.png`;
  const result = await activations({ out, channels: 3 });
  expect(result.channels).toHaveLength(3);
  const means = result.channels.map(({ mean }) => mean);
  expect(means).toEqual(means.toSorted((one, other) => other - one));
  expect((await readFile(out)).subarray(1, 4).toString()).toBe('PNG');
});

test.each<[string, Partial<VisualizeActivationsOptions>, object]>([
  ['an unknown layer', { layer: 'stag' }, { code: 'name-unknown' }],
  ['a layer of vectors', { layer: 'classes' }, { code: 'option-invalid' }],
  ['no channels', { channels: 0 }, { code: 'option-invalid' }],
  ['another kind of file', { out: 'maps.jpg' }, { code: 'option-invalid' }],
])('%s is refused', async (_, options, error) => {
  const out = `${newOut()}.png`;
  await expect(activations({ out, ...options })).rejects.toMatchObject(error);
});

test('a file that is no image is refused', async () => {
  const file = join(folder.path, 'notes.txt');
  await writeFile(file, 'text');
  await expect(activations({ image: file, out: `${newOut()}.png` })).rejects.toMatchObject({
    code: 'images-bad',
  });
});
