import { writeFile } from 'node:fs/promises';
import { type BadImage, type LentImages, rasterAt } from '@sprout/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PngSamples, pngSamples } from '../../test/png-samples.ts';
import { encodePng } from '../codec/encode-png.ts';
import { augmentationOps, recipeOps } from '../ops/index.ts';
import {
  createControl,
  type Reply,
  type RenderTask,
  type Task,
  type TaskImage,
} from '../task/task.ts';
import { Thread } from '../worker/thread.ts';
import { type BatchPlan, fillBatch } from './fill-batch.ts';
import { LocalRunner } from './local-runner.ts';
import { SharedBuffers } from './shared-buffers.ts';

const size = { height: 4, width: 5 };
const length = 4 * 5 * 3;

let data: PngSamples;
/** Images of other sizes. */
let others: TaskImage[];

beforeAll(async () => {
  data = await pngSamples(3, size);
  others = await Promise.all(
    [6, 7].map(async (height, position) => {
      const path = `${data.folder}/${height}.png`;
      const pixels = new Uint8Array(height * 5 * 3).fill(height);
      await writeFile(path, await encodePng({ height, width: 5, channels: 3, data: pixels }));
      return { id: path, path, position };
    }),
  );
});
afterAll(() => data[Symbol.asyncDispose]());

/** Counts the buffers in use. Their bytes are 200 when they are lent. */
class UsedBuffers extends SharedBuffers {
  inUse = 0;

  override lend(bytes: number): SharedArrayBuffer {
    this.inUse++;
    const buffer = super.lend(bytes);
    new Uint8Array(buffer).fill(200);
    return buffer;
  }

  override takeBack(buffer: SharedArrayBuffer): void {
    this.inUse--;
    super.takeBack(buffer);
  }
}

class RecordingRunner extends LocalRunner {
  readonly tasks: Task[] = [];

  override run(task: Task): Promise<Reply> {
    this.tasks.push(task);
    return super.run(task);
  }

  /** The positions of the images of each task. */
  get positions(): number[][] {
    return this.tasks.map(({ images }) => images.map(({ position }) => position));
  }
}

function resources() {
  const runner = new RecordingRunner(new Thread({ recipeOps, augmentationOps }));
  return { runner, workers: 1, buffers: new UsedBuffers() };
}

const imagesAt = (...positions: number[]): TaskImage[] =>
  positions.map((position) => {
    const { id, path } = data.samples[position % 3]!;
    return { id, path, position };
  });

const missingAt = (position: number): TaskImage => ({
  id: `no-${position}`,
  path: `${data.folder}/no-${position}.png`,
  position,
});

function planOf(images: readonly TaskImage[], change: Partial<BatchPlan> = {}): BatchPlan {
  const task: BatchPlan['task'] = (some, target): RenderTask => ({
    kind: 'render',
    images: some,
    control: createControl(),
    target,
    recipe: [],
    augment: [],
    seed: 0,
    epoch: 0,
  });
  return { count: images.length, images, bad: [], size, task, signal: undefined, ...change };
}

/** The pixels at each position as text. */
function texts(lent: LentImages, count: number): string[] {
  return Array.from({ length: count }, (_, position) => String(rasterAt(lent, position).data));
}

const black = String(new Uint8Array(length));
const known: BadImage = {
  position: 2,
  id: 'b',
  error: { code: 'image-unreadable', context: { file: 'b', reason: 'gone' } },
};

test('images of a known size are made in tasks of several images', async () => {
  const some = resources();
  using lent = await fillBatch(some, planOf(imagesAt(0, 1, 2, 3, 4)));
  expect(lent).toMatchObject({ ...size, channels: 3, bad: [] });
  expect(some.runner.positions).toEqual([
    [0, 1, 2],
    [3, 4],
  ]);
  const pixels = texts(lent, 5);
  expect(new Set(pixels).size).toBe(3);
  expect(pixels[3]).toBe(pixels[0]);
  expect(pixels[4]).toBe(pixels[1]);
});

test('an unknown size is that of the first image that can be made, and that image is made once', async () => {
  const some = resources();
  const images = [missingAt(0), ...imagesAt(1), { ...others[0]!, position: 2 }, ...imagesAt(3)];
  using lent = await fillBatch(some, planOf(images, { size: undefined }));
  expect(lent).toMatchObject(size);
  expect(lent.bad.map(({ position, error }) => [position, error.code])).toEqual([
    [0, 'image-unreadable'],
    [2, 'images-differ-in-size'],
  ]);
  expect(some.runner.positions).toEqual([[0], [1], [2], [3]]);
  using reference = await fillBatch(resources(), planOf(imagesAt(0, 1, 2, 3)));
  const [, first, , last] = texts(reference, 4);
  expect(texts(lent, 4)).toEqual([black, first, black, last]);
});

test('images that are known to be bad are black, and listed in order among the others', async () => {
  const images = [...imagesAt(0), missingAt(1), ...imagesAt(3)];
  using lent = await fillBatch(resources(), planOf(images, { count: 4, bad: [known] }));
  expect(lent.bad.map(({ position, id }) => [position, id])).toEqual([
    [1, 'no-1'],
    [2, 'b'],
  ]);
  const [first, second, third, last] = texts(lent, 4);
  expect([second, third]).toEqual([black, black]);
  expect([first, last]).not.toContain(black);
});

test('without an image that can be made the batch is empty, and all images are bad', async () => {
  const images = [missingAt(0), missingAt(1)];
  using lent = await fillBatch(resources(), planOf(images, { size: undefined }));
  expect([lent.height, lent.width, lent.images.length]).toEqual([0, 0, 0]);
  expect(lent.bad.map(({ position }) => position)).toEqual([0, 1]);
});

test('a batch without images is empty', async () => {
  const some = resources();
  using lent = await fillBatch(some, planOf([]));
  expect(lent.images).toHaveLength(0);
  expect(some.runner.tasks).toEqual([]);
});

test('the buffer is in use until the batch is disposed of', async () => {
  const some = resources();
  const lent = await fillBatch(some, planOf(imagesAt(0)));
  expect(some.buffers.inUse).toBe(1);
  lent[Symbol.dispose]();
  expect(some.buffers.inUse).toBe(0);
});

test.each([
  ['known', size],
  ['unknown', undefined],
])(
  'an error that no image caused is thrown and leaves no buffer in use, size %s',
  async (_, given) => {
    const some = resources();
    const { task } = planOf([]);
    const wrong: BatchPlan['task'] = (images, target) => ({
      ...(task(images, target) as RenderTask),
      recipe: [{ op: 'unheard-of' }],
    });
    const plan = planOf(imagesAt(0), { task: wrong, size: given });
    await expect(fillBatch(some, plan)).rejects.toThrow('the op "unheard-of" was not checked');
    expect(some.buffers.inUse).toBe(0);
  },
);

test.each([
  ['known', size],
  ['unknown', undefined],
])('an abort throws its reason and leaves no buffer in use, size %s', async (_, given) => {
  const some = resources();
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(fillBatch(some, planOf(imagesAt(0), { signal, size: given }))).rejects.toThrow(
    'enough',
  );
  expect(some.buffers.inUse).toBe(0);
  expect(some.runner.tasks).toEqual([]);
});
