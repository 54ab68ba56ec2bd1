import { scanFolder } from '@sprout/core';
import { openFeatureStore } from '@sprout/train';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pathExists } from '../run/path-exists.ts';
import { smallBaseOptions } from '../../test/small-base-options.ts';
import { writeSmallWeights } from '../../test/small-weights.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { features, type FeaturesOptions, type RunEvent, train } from '../index.ts';

const FLIP = [{ op: 'flip-horizontal', probability: 0.5 }, { op: 'rotate' }] as const;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let options: Awaited<ReturnType<typeof smallBaseOptions>>;
let out: string;
let number = 0;

beforeAll(async () => {
  folder = await temporaryFolder();
  options = await smallBaseOptions(folder.path);
}, 60_000);
beforeEach(() => void (out = join(folder.path, `store-${number++}`)));
afterAll(() => folder[Symbol.asyncDispose]());

/** The bytes of all files of a folder, by their paths. */
async function contentsOf(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const contents = new Map<string, Buffer>();
  for (const { parentPath, name } of files)
    contents.set(join(parentPath, name).slice(path.length), await readFile(join(parentPath, name)));
  return contents;
}

/** The id of the first image of the data set. */
async function firstImage(): Promise<string> {
  const { samples } = await scanFolder(options.folder);
  return samples.idAt(0);
}

/** Extracts until so many batches are stored. */
async function interrupted(given: FeaturesOptions, batches: number): Promise<void> {
  const abort = new AbortController();
  let left = batches;
  const onEvent = ({ type, ...event }: RunEvent): void => {
    if (type === 'task-progress' && 'task' in event && event.task === 'extract' && --left === 0)
      abort.abort(new Error('enough'));
  };
  await expect(features(given, { onEvent, signal: abort.signal })).rejects.toThrow('enough');
}

test('features are stored once for every image; a complete store stays as it is', async () => {
  const result = await features({ ...options, out });
  expect(result).toMatchObject({
    store: out,
    base: 'mobilenet-v1',
    layer: 'avg_pool',
    shape: [256],
    samples: { stored: 16, bad: 0 },
    copies: 0,
    rows: 16,
    computed: 16,
    engine: 'onnx',
  });
  expect(result.imagesPerSecond).toBeCloseTo(16 / result.seconds, 6);
  const before = await contentsOf(out);
  const { ino } = await stat(join(out, 'features/c/0/0'));
  const events: RunEvent[] = [];
  const again = await features(
    { ...options, out },
    { onEvent: (event) => void events.push(event) },
  );
  expect(again).toMatchObject({ rows: 16, computed: 0, imagesPerSecond: 0, seconds: 0 });
  expect(events).toEqual([{ type: 'features-complete', store: out, rows: 16 }]);
  expect(await contentsOf(out)).toEqual(before);
  expect((await stat(join(out, 'features/c/0/0'))).ino).toBe(ino);
  const store = await openFeatureStore(out);
  await store.verify();
  expect(store.origin).toMatchObject({
    model: {
      name: 'mobilenet-v1',
      alpha: 0.25,
      pooling: 'avg',
      weights: { file: options.weights },
    },
    recipe: [{ op: 'resize', height: 32, width: 32 }],
  });
  expect(await pathExists(`${out}.cache`)).toBe(false);
}, 120_000);

test('an interrupted extraction goes on after its last batch, to the same bytes', async () => {
  await features({ ...options, out: `${out}-whole` });
  await interrupted({ ...options, out }, 2);
  const first = await stat(join(out, 'features/c/1/0'));
  const events: RunEvent[] = [];
  const onEvent = (event: RunEvent): void => void events.push(event);
  expect(await features({ ...options, out }, { onEvent })).toMatchObject({ computed: 8 });
  expect(events[0]).toEqual({ type: 'extraction-started', store: out, stored: 8, rows: 16 });
  expect((await stat(join(out, 'features/c/1/0'))).ino).toBe(first.ino);
  expect(await contentsOf(out)).toEqual(await contentsOf(`${out}-whole`));
}, 120_000);

test('without pooling the last images of the base are stored', async () => {
  const set = ['model.pooling=none'];
  const unpooled = await features({ ...options, out, set });
  expect(unpooled).toMatchObject({ layer: 'conv_pw_13_relu', shape: [1, 1, 256] });
}, 120_000);

test('augmented copies do not depend on the number of workers', async () => {
  const own = { ...options, augment: FLIP, copies: 2, seed: 3 };
  const result = await features({ ...own, out });
  expect(result).toMatchObject({ copies: 2, rows: 48, computed: 48 });
  await features({ ...own, out: `${out}-workers`, workers: 2, batchSize: 4 });
  expect(await contentsOf(`${out}-workers`)).toEqual(await contentsOf(out));
  const store = await openFeatureStore(out);
  const plain = `${out}-plain`;
  await features({ ...options, out: plain });
  const [zero, one, two] = await Promise.all([0, 1, 2].map((copy) => store.read([0, 9], copy)));
  expect(zero).toEqual(await (await openFeatureStore(plain)).read([0, 9], 0));
  expect(one).not.toEqual(zero);
  expect(two).not.toEqual(one);
}, 120_000);

test('a store of anything else is refused, and the message names the field', async () => {
  await features({ ...options, out, augment: FLIP, copies: 1 });
  const before = await contentsOf(out);
  const other = `${options.weights}.other`;
  await writeSmallWeights(other, 1);
  const wide = { model: { name: 'mobilenet-v1', alpha: 0.25, input: 'caffe' } } as const;
  const own = { ...options, out, augment: FLIP, copies: 1 };
  const refused: readonly (readonly [RegExp, Partial<FeaturesOptions>])[] = [
    [
      /the recipe is .*"height":32.* in the store, and .*"height":40.* here/,
      { size: { height: 40, width: 40 } },
    ],
    [/the input function is .* in the store/, { config: wide }],
    [/the weights of the base is [0-9a-f]{64} in the store, and/, { weights: other }],
    [/the layer is avg_pool in the store, and max_pool here/, { set: ['model.pooling=max'] }],
    [/the augmentation is .*"seed":0.* in the store, and .*"seed":1/, { seed: 1 }],
    [/the number of copies is 2 in the store, and 3 here/, { copies: 2 }],
  ];
  for (const [message, change] of refused)
    await expect(features({ ...own, ...change })).rejects.toMatchObject({
      code: 'recipe-mismatch',
      message: expect.stringMatching(message) as string,
    });
  const file = join(options.folder, await firstImage());
  const { atime, mtime } = await stat(file);
  await utimes(file, atime, new Date(0));
  await expect(features(own)).rejects.toThrow(/the data set .* is [0-9a-f]{64} in the store/);
  await utimes(file, atime, mtime);
  expect(await contentsOf(out)).toEqual(before);
}, 120_000);

test('bad images are an error before anything is computed, or have no row', async () => {
  const file = join(options.folder, dirname(await firstImage()), 'broken.png');
  await writeFile(file, 'no image');
  try {
    await expect(features({ ...options, out })).rejects.toMatchObject({ code: 'images-bad' });
    expect(await pathExists(join(out, 'zarr.json'))).toBe(false);
    const skipping = { ...options, out, onBad: 'skip' } as const;
    expect(await features(skipping)).toMatchObject({ samples: { stored: 16, bad: 1 }, rows: 16 });
    expect(await features(skipping)).toMatchObject({
      samples: { stored: 16, bad: 1 },
      computed: 0,
    });
    const events: RunEvent[] = [];
    const onStore = { folder: options.folder, features: out, onBad: 'skip', epochs: 1 } as const;
    const onEvent = (event: RunEvent): void => void events.push(event);
    await train({ ...onStore, runs: join(folder.path, 'runs') }, { onEvent });
    expect(events.filter(({ type }) => type === 'images-left-out')).toHaveLength(1);
    expect(events.map(({ type }) => type)).not.toContain('model-by-default'); // the store names it
    await expect(features({ ...options, out })).rejects.toThrow(
      /1 of 17 images cannot be used .*broken\.png was left out of the feature store/,
    );
  } finally {
    await rm(file);
  }
}, 120_000);

test('a folder of the name of the image cache is left alone', async () => {
  const theirs = join(`${out}.cache`, 'notes.txt');
  await mkdir(`${out}.cache`);
  await writeFile(theirs, 'mine');
  await expect(features({ ...options, out })).rejects.toMatchObject({ code: 'folder-occupied' });
  await features({ ...options, out, cache: false });
  expect(await features({ ...options, out })).toMatchObject({ computed: 0 });
  expect(await readFile(theirs, 'utf8')).toBe('mine');
}, 60_000);

test('options that do not fit are refused before images are read', async () => {
  const events: RunEvent[] = [];
  const refuse = async (given: Partial<FeaturesOptions>, message: RegExp): Promise<void> => {
    const own = { ...options, out, ...given };
    const refused = features(own, { onEvent: (event) => void events.push(event) });
    await expect(refused).rejects.toThrow(message);
  };
  await refuse({ copies: 2 }, /copies must be 0 without an augmentation; received 2/);
  await refuse({ augment: FLIP }, /augment must be left out without copies/);
  await refuse({ config: {}, model: 'small-cnn' }, /model must be a network with released weights/);
  await refuse({ out: join(options.folder, 'store') }, /outside of/);
  await refuse({ out: folder.path }, /holds other files/);
  expect(events).toEqual([]);
}, 60_000);
