import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rasterAt } from '@sprout/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { failing } from '../../test/failing-op.ts';
import { type PngSamples, pngSamples } from '../../test/png-samples.ts';
import { applyOp, opencv } from '../../test/set-up-ops.ts';
import { decode } from '../codec/decode.ts';
import { encodePng } from '../codec/encode-png.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { augmentationOps, recipeOps } from '../ops/index.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import {
  CANCELLED,
  createControl,
  type RenderTask,
  STARTED,
  type TaskImage,
} from '../task/task.ts';
import { renderImages } from './render-images.ts';
import { Thread } from './thread.ts';

const size = { height: 4, width: 5 };
const flip = { op: 'flip-vertical', probability: 1 };

let data: PngSamples;

beforeAll(async () => {
  data = await pngSamples(3, size);
});
afterAll(() => data[Symbol.asyncDispose]());

const newThread = (): Thread => new Thread({ recipeOps, augmentationOps });

function newTask(change: Partial<RenderTask> = {}): RenderTask {
  const images = data.samples.map(({ id, path }, position) => ({ id, path, position }));
  const list = { recipe: [], augment: [], seed: 0, epoch: 0 };
  return {
    kind: 'render',
    images,
    control: createControl(),
    target: undefined,
    ...list,
    ...change,
  };
}

const pixelsOf = async (path: string) => decode(await readFile(path), path);

test('without a target the images are sent back, prepared and then augmented', async () => {
  const recipe = [{ op: 'median', size: 3 }];
  const expected = await Promise.all(
    data.samples.map(async ({ path }) => {
      const prepared = applyOp({ op: 'median', size: 3 }, await pixelsOf(path));
      return { kind: 'sent', raster: applyOp(flip, prepared, { flip: true }) };
    }),
  );
  expect(await renderImages(newTask({ recipe, augment: [flip] }), newThread())).toEqual(expected);
});

test('images are written at their positions in the target, and the rest is not touched', async () => {
  const target = { ...size, pixels: new Uint8Array(4 * 60).fill(9) };
  const [first, second] = newTask().images;
  const images = [
    { ...first!, position: 3 },
    { ...second!, position: 1 },
  ];
  const task = newTask({ images, target });
  expect(await renderImages(task, newThread())).toEqual([{ kind: 'written' }, { kind: 'written' }]);
  const batch = {
    images: target.pixels,
    ...size,
    channels: 3,
    bad: [],
    [Symbol.dispose]: () => undefined,
  };
  expect(rasterAt(batch, 3)).toEqual(await pixelsOf(first!.path));
  expect(rasterAt(batch, 1)).toEqual(await pixelsOf(second!.path));
  for (const position of [0, 2]) {
    expect(rasterAt(batch, position).data.every((value) => value === 9)).toBe(true);
  }
  expect(task.control[STARTED]).toBe(2);
});

test('with reduce as its first op a recipe gets JPEGs that are decoded at a smaller size', async () => {
  const name = 'exif-6.jpg';
  const path = fileURLToPath(new URL(`../../fixtures/reduced-codec/${name}`, import.meta.url));
  const images = [{ id: name, path, position: 0 }];
  const reduce = { op: 'reduce', height: 5, width: 4 };
  const recipe = [reduce, { op: 'median', size: 3 }];
  const decoded = await decode(await readFile(path), path, { reduceTo: reduce });
  expect(decoded).toMatchObject({ height: 12, width: 9 });
  expect(await renderImages(newTask({ images, recipe }), newThread())).toEqual([
    { kind: 'sent', raster: applyOp({ op: 'median', size: 3 }, decoded) },
  ]);
});

test.each([
  ['as it is', { height: 12, width: 9 }],
  ['without a resize', { height: 9, width: 9 }],
  ['smaller', { height: 5, width: 8 }],
  ['larger', { height: 30, width: 13 }],
])('a JPEG is cropped and padded in the memory of its decoder, %s', async (_, sides) => {
  const path = fileURLToPath(new URL('../../fixtures/reduced-codec/exif-6.jpg', import.meta.url));
  const images = [{ id: 'exif-6.jpg', path, position: 0 }];
  const reduce = { op: 'reduce', height: 5, width: 4 };
  const decoded = await decode(await readFile(path), path, { reduceTo: reduce });
  for (const fit of ['crop', 'pad']) {
    const resize = { op: 'resize', ...sides, fit };
    const task = newTask({ images, recipe: parseRecipe([reduce, resize]) });
    expect(await renderImages(task, newThread())).toEqual([
      { kind: 'sent', raster: applyOp(resize, decoded) },
    ]);
  }
});

test('a file that cannot be used is bad, and the others are not', async () => {
  const wide = `${data.folder}/wide.png`;
  const image = { height: 4, width: 6, channels: 3, data: new Uint8Array(72) };
  await writeFile(wide, await encodePng(image));
  await writeFile(`${data.folder}/text.png`, 'no image');
  const [good] = newTask().images;
  const paths = [
    `${data.folder}/missing.png`,
    good!.path,
    `${data.folder}/text.png`,
    wide,
    good!.path,
  ];
  const images = paths.map((path, position) => ({ id: path, path, position }));
  const target = { ...size, pixels: new Uint8Array(5 * 60) };
  expect(await renderImages(newTask({ images, target }), newThread())).toMatchObject([
    { kind: 'bad', error: { code: 'image-unreadable', context: { file: paths[0] } } },
    { kind: 'written' },
    { kind: 'bad', error: { code: 'image-refused', context: { file: paths[2] } } },
    {
      kind: 'bad',
      error: {
        code: 'images-differ-in-size',
        context: { file: wide, expected: '4 x 5', received: '4 x 6' },
      },
    },
    { kind: 'written' },
  ]);
});

test('each image is augmented by its own numbers, whatever its position', async () => {
  const augment = [{ op: 'rotate', degrees: [-90, 90], border: 'nearest' }];
  const [first, second, third] = newTask().images;
  const inOrder = await renderImages(newTask({ augment }), newThread());
  const reversed = { images: [third!, second!, first!], augment };
  expect((await renderImages(newTask(reversed), newThread()))?.toReversed()).toEqual(inOrder);
  expect(await renderImages(newTask({ augment, epoch: 1 }), newThread())).not.toEqual(inOrder);
  expect(await renderImages(newTask({ augment, seed: 1 }), newThread())).not.toEqual(inOrder);
});

test('OpenCV is loaded only for ops that need it', async () => {
  const thread = newThread();
  const resize = (resampler: string) => [{ op: 'resize', height: 2, width: 2, resampler }];
  await renderImages(newTask({ recipe: resize('pil-box') }), thread);
  expect(() => thread.opencv.cv).toThrow('before it is loaded');
  await opencv.ready();
  const [sent] = (await renderImages(newTask({ recipe: resize('cv2-area') }), thread)) ?? [];
  const [spec] = resize('cv2-area');
  const raster = applyOp(spec!, await pixelsOf(data.samples[0]!.path));
  expect(sent).toEqual({ kind: 'sent', raster });
  expect(() => thread.opencv.cv).not.toThrow();
}, 60_000);

test('a task without images has no outcomes', async () => {
  expect(await renderImages(newTask({ images: [] }), newThread())).toEqual([]);
});

test('a cancelled task does not write an image', async () => {
  const target = { ...size, pixels: new Uint8Array(3 * 60).fill(9) };
  const task = newTask({ target });
  task.control[CANCELLED] = 1;
  expect(await renderImages(task, newThread())).toBeUndefined();
  expect(target.pixels.every((value) => value === 9)).toBe(true);
  expect(task.control[STARTED]).toBe(0);
});

/** An image whose path is watched: it is read when the file is opened. */
function watchedImage(onOpen: () => void): TaskImage {
  const { id, path, position } = newTask().images[0]!;
  return {
    id,
    position,
    get path() {
      onOpen();
      return path;
    },
  };
}

test('the first image counts as started before its file is read', async () => {
  const started: (number | undefined)[] = [];
  const images = [watchedImage(() => started.push(task.control[STARTED]))];
  const task: RenderTask = newTask({ images });
  await renderImages(task, newThread());
  expect(started[0]).toBe(1);
});

test('a cancelled task reads no file', async () => {
  let opened = 0;
  const task = newTask({ images: [watchedImage(() => opened++)] });
  task.control[CANCELLED] = 1;
  expect(await renderImages(task, newThread())).toBeUndefined();
  expect(opened).toBe(0);
});

test('an image with more pixels than the limit of the thread is bad', async () => {
  const thread = new Thread({ recipeOps, augmentationOps, pixelLimit: 19 });
  const bad = { kind: 'bad', error: { code: 'image-too-large', context: { limit: 19 } } };
  expect(await renderImages(newTask(), thread)).toMatchObject([bad, bad, bad]);
});

test('a task that is cancelled during an image stops after it', async () => {
  const task = newTask({ recipe: [{ op: 'cancel' }] });
  let applied = 0;
  const cancel = defineOp({
    schema: z.strictObject({ op: z.literal('cancel') }),
    setUp: () => ({
      apply: (source) => {
        applied++;
        Atomics.store(task.control, CANCELLED, 1);
        return source;
      },
    }),
  });
  const thread = new Thread({ recipeOps: [cancel], augmentationOps });
  expect(await renderImages(task, thread)).toBeUndefined();
  expect(applied).toBe(1);
});

test('an error that no image caused rejects, and the thread can render the next task', async () => {
  const thread = new Thread({ recipeOps, augmentationOps: [failing] });
  await expect(
    renderImages(newTask({ augment: [{ op: 'failing' }] }), thread),
  ).rejects.toMatchObject({
    code: 'shape-mismatch',
  });
  await expect(renderImages(newTask({ recipe: [{ op: 'no-op' }] }), thread)).rejects.toThrow(
    'the op "no-op" was not checked',
  );
  expect(await renderImages(newTask(), thread)).toMatchObject([
    { kind: 'sent' },
    { kind: 'sent' },
    { kind: 'sent' },
  ]);
});

test.each(['cv2-linear', 'cv2-area', 'pil-bilinear'])(
  'JPEGs that follow each other are resized with %s from their own pixels',
  async (resampler) => {
    const names = ['420', '422', '444', 'gray', 'progressive', 'restart', '420'];
    const folder = fileURLToPath(new URL('../../fixtures/codec/', import.meta.url));
    const paths = names.map((name) => `${folder}${name}.jpg`);
    const images = paths.map((path, position) => ({ id: path, path, position }));
    const resize = { op: 'resize', height: 20, width: 25, resampler };
    const expected = [];
    for (const path of paths) {
      const raster = applyOp(resize, await pixelsOf(path));
      expected.push({ kind: 'sent', raster: applyOp({ op: 'median', size: 3 }, raster) });
    }
    const recipe = [resize, { op: 'median', size: 3 }];
    expect(await renderImages(newTask({ images, recipe }), newThread())).toEqual(expected);
  },
);
