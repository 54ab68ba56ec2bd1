import { expect, test } from 'vitest';
import { z } from 'zod';
import { failing } from '../../test/failing-op.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { augmentationOps, recipeOps } from '../ops/index.ts';
import { type AugmentTask, CANCELLED, createControl, STARTED } from '../task/task.ts';
import { augmentImages } from './augment-images.ts';
import { Thread } from './thread.ts';

const flip = { op: 'flip-horizontal', probability: 1 };

const newThread = (): Thread => new Thread({ recipeOps, augmentationOps });

/** Two images of 1 x 2 pixels. */
const source = () => ({
  height: 1,
  width: 2,
  pixels: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
});

function newTask(change: Partial<AugmentTask> = {}): AugmentTask {
  const images = ['a', 'b'].map((id, position) => ({ id, path: `${id}.png`, position }));
  const numbers = { seed: 0, epoch: 0 };
  return {
    kind: 'augment',
    images,
    control: createControl(),
    source: source(),
    target: undefined,
    augment: [flip],
    ...numbers,
    ...change,
  };
}

const raster = (...values: number[]) => ({
  height: 1,
  width: 2,
  channels: 3,
  data: Uint8Array.from(values),
});

test('without a target the augmented images are sent back', async () => {
  const task = newTask();
  expect(await augmentImages(task, newThread())).toEqual([
    { kind: 'sent', raster: raster(4, 5, 6, 1, 2, 3) },
    { kind: 'sent', raster: raster(10, 11, 12, 7, 8, 9) },
  ]);
  expect(task.source).toEqual(source());
  expect(task.control[STARTED]).toBe(2);
});

test('an image is read from its position and written to the same position', async () => {
  const target = { ...source(), pixels: new Uint8Array(12) };
  const images = [{ id: 'b', path: 'b.png', position: 1 }];
  const task = newTask({ images, target });
  expect(await augmentImages(task, newThread())).toEqual([{ kind: 'written' }]);
  expect([...target.pixels]).toEqual([0, 0, 0, 0, 0, 0, 10, 11, 12, 7, 8, 9]);
  expect(task.source).toEqual(source());
});

test('an empty augmentation copies the images', async () => {
  const target = { ...source(), pixels: new Uint8Array(12) };
  await augmentImages(newTask({ augment: [], target }), newThread());
  expect(target).toEqual(source());
});

test('seed and epoch change the numbers, the position does not', async () => {
  const augment = [{ op: 'rotate', degrees: [-90, 90], border: 'nearest' }];
  const pixels = Uint8Array.from({ length: 2 * 27 }, (_, at) => (at * 37) & 255);
  pixels.copyWithin(27, 0, 27);
  const square = { height: 3, width: 3, pixels };
  const run = (change: Partial<AugmentTask>) =>
    augmentImages(newTask({ augment, source: square, ...change }), newThread());
  const all = await run({});
  expect(all?.[0]).not.toEqual(all?.[1]); // the same pixels with the numbers of two samples
  const images = [{ id: 'a', path: 'a.png', position: 1 }];
  expect(await run({ images })).toEqual([all?.[0]]);
  expect(await run({ seed: 1 })).not.toEqual(all);
  expect(await run({ epoch: 1 })).not.toEqual(all);
});

test('an image that does not fit the target is bad', async () => {
  const target = { ...source(), pixels: new Uint8Array(12) };
  const augment = [{ op: 'random-crop', height: 1, width: 1 }];
  const context = { expected: '1 x 2', received: '1 x 1' };
  const code = 'images-differ-in-size';
  expect(await augmentImages(newTask({ augment, target }), newThread())).toEqual([
    { kind: 'bad', error: { code, context: { file: 'a.png', ...context } } },
    { kind: 'bad', error: { code, context: { file: 'b.png', ...context } } },
  ]);
  expect([...target.pixels]).toEqual([...new Uint8Array(12)]);
});

test('a cancelled task starts no image', async () => {
  const task = newTask();
  task.control[CANCELLED] = 1;
  expect(await augmentImages(task, newThread())).toBeUndefined();
  expect(task.control[STARTED]).toBe(0);
});

test('a task that is cancelled during an image stops after it', async () => {
  const task = newTask({ augment: [{ op: 'cancel' }] });
  const cancel = defineOp({
    schema: z.strictObject({ op: z.literal('cancel') }),
    setUp: () => ({
      apply: (image) => {
        Atomics.store(task.control, CANCELLED, 1);
        return image;
      },
    }),
  });
  const thread = new Thread({ recipeOps, augmentationOps: [cancel] });
  expect(await augmentImages(task, thread)).toBeUndefined();
  expect(task.control[STARTED]).toBe(1);
});

test('an error that no image caused rejects', async () => {
  const thread = new Thread({ recipeOps, augmentationOps: [failing] });
  const augment = [{ op: 'failing' }];
  await expect(augmentImages(newTask({ augment }), thread)).rejects.toMatchObject({
    code: 'shape-mismatch',
    context: { received: '[1, 2, 3]' },
  });
});

test('an image that does not fit an op is bad, and the others are not', async () => {
  const augment = [{ op: 'quarter-turn', degrees: [90, 180] }];
  const drawn = [90, 180].map((degrees) => [{ op: 'quarter-turn', numbers: { degrees } }]);
  const images = newTask().images.map((image, at) => ({ ...image, drawn: drawn[at]! }));
  expect(await augmentImages(newTask({ augment, images }), newThread())).toMatchObject([
    { kind: 'bad', error: { code: 'image-unprocessable', context: { file: 'a.png' } } },
    { kind: 'sent' },
  ]);
});
