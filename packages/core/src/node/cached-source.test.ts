import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allPixels, CHANNELS, fakeSource, HEIGHT, WIDTH } from '../../test/fake-source.ts';
import { numbered } from '../../test/make-dataset.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { writeFiles } from '../../test/write-files.ts';
import { batches } from '../stream/batches.ts';
import { cachedSource } from './cached-source.ts';
import { openRecordCache } from './cache/record-cache.ts';
import { scanFolder } from './scan/scan-folder.ts';
import type { ImageSource } from '../stream/image-source.ts';

const FORMAT = { key: 'recipe', height: HEIGHT, width: WIDTH, channels: CHANNELS };

async function openFixture() {
  const folder = await temporaryFolder();
  await writeFiles(
    join(folder, 'photos'),
    ['a', 'b'].flatMap((name) => numbered(9).map((file) => `${name}/${file}`)),
  );
  const { samples } = await scanFolder(join(folder, 'photos'));
  const cache = await openRecordCache(join(folder, 'cache'), FORMAT);
  return { samples, cache, [Symbol.asyncDispose]: () => cache[Symbol.asyncDispose]() };
}

test('returns the same batches as the source alone, from the cache after the first epoch', async () => {
  await using fixture = await openFixture();
  const { samples } = fixture;
  const plain = fakeSource();
  const source = fakeSource();
  const cached = cachedSource(source, fixture.cache);
  const augment = [{ op: 'flip-horizontal' }];
  for (const epoch of [0, 1, 2]) {
    const options = { samples, recipe: [], augment, batchSize: 4, seed: 0, epoch };
    const expected = batches(plain, options);
    for await (const batch of batches(cached, options)) {
      const { value } = await expected.next();
      expect(batch).toEqual(value);
    }
    expect((await expected.next()).done).toBe(true);
  }
  expect(source.calls.flat().length).toBe(samples.length);
  expect(source.lent()).toBe(0);
});

test('cached images are augmented by the source in one call, and bad images stay listed', async () => {
  await using fixture = await openFixture();
  const some = [...fixture.samples].slice(0, 3);
  const ids = some.map(({ id }) => id);
  const source = fakeSource({ isBad: (id) => id === ids[1] });
  const cached = cachedSource(source, fixture.cache);
  const options = { recipe: [], augment: [{ op: 'flip-horizontal' }], seed: 0, epoch: 6 };
  for (const asked of [ids, [ids[1]]]) {
    source.calls.length = 0;
    using lent = await cached.render(some, options);
    expect(source.calls).toEqual([asked]);
    expect(lent.bad.map(({ position }) => position)).toEqual([1]);
    const good = [...lent.images.subarray(0, 12), ...lent.images.subarray(24)];
    expect(good).toEqual(allPixels([ids[0]!, ids[2]!]).map((value) => value ^ 7));
  }
  expect(source.lent()).toBe(0);
});

test('without augmentation cached images are lent as they are', async () => {
  await using fixture = await openFixture();
  const source = fakeSource();
  const cached = cachedSource(source, fixture.cache);
  const some = [...fixture.samples].slice(0, 3);
  using lent = await cached.render(some, { recipe: [], augment: [], seed: 0, epoch: 0 });
  expect([...lent.images]).toEqual(allPixels(some.map(({ id }) => id)));
});

test('only images that workers augment are in shared memory, which is slower to write', async () => {
  await using fixture = await openFixture();
  const augmented: boolean[] = [];
  const source: ImageSource = {
    ...fakeSource(),
    augment: async (prepared) => {
      augmented.push(prepared.images.buffer instanceof SharedArrayBuffer);
      return prepared;
    },
  };
  const cached = cachedSource(source, fixture.cache);
  const some = [...fixture.samples].slice(0, 2);
  const options = { recipe: [], seed: 0, epoch: 0 };
  using plain = await cached.render(some, { ...options, augment: [] });
  using _ = await cached.render(some, { ...options, augment: [{ op: 'flip-horizontal' }] });
  expect(plain.images.buffer).toBeInstanceOf(ArrayBuffer);
  expect(augmented).toEqual([true]);
});

test('uses a buffer again after it was returned, and not before', async () => {
  await using fixture = await openFixture();
  const cached = cachedSource(fakeSource(), fixture.cache);
  const [first, second] = [[...fixture.samples].slice(0, 4), [...fixture.samples].slice(4, 8)];
  const one = await cached.prepare(first, []);
  const two = await cached.prepare(second, []);
  expect([...one.images]).toEqual(allPixels(first.map(({ id }) => id)));
  one[Symbol.dispose]();
  one[Symbol.dispose]();
  const three = await cached.prepare(second, []);
  const four = await cached.prepare(first, []);
  expect(three.images.buffer).toBe(one.images.buffer);
  expect(new Set([two, three, four].map(({ images }) => images.buffer)).size).toBe(3);
  expect([...two.images]).toEqual(allPixels(second.map(({ id }) => id)));
});

test('refuses a second recipe', async () => {
  await using fixture = await openFixture();
  const cached = cachedSource(fakeSource(), fixture.cache);
  const some = [fixture.samples.at(0)];
  (await cached.prepare(some, [{ op: 'median', size: 9 }]))[Symbol.dispose]();
  (await cached.prepare(some, [{ size: 9, op: 'median' }]))[Symbol.dispose]();
  await expect(cached.prepare(some, [{ op: 'median', size: 7 }])).rejects.toMatchObject({
    code: 'recipe-mismatch',
  });
});

test('refuses images of another size than the cache was opened for', async () => {
  const folder = await temporaryFolder();
  await using fixture = await openFixture();
  await using cache = await openRecordCache(join(folder, 'cache'), { ...FORMAT, height: 5 });
  const source = fakeSource();
  await expect(cachedSource(source, cache).prepare([fixture.samples.at(0)], [])).rejects.toThrow(
    'is 2 x 2 x 3 after the recipe where the batch holds 5 x 2 x 3',
  );
  expect(source.lent()).toBe(0);
});

test('passes on the failure of the source', async () => {
  await using fixture = await openFixture();
  const source = fakeSource({ before: () => Promise.reject(new Error('worker lost')) });
  const cached = cachedSource(source, fixture.cache);
  await expect(cached.prepare([fixture.samples.at(0)], [])).rejects.toThrow('worker lost');
});

test('serves several callers at once', async () => {
  await using fixture = await openFixture();
  const cached = cachedSource(fakeSource(), fixture.cache);
  const all = [...fixture.samples];
  const lent = await Promise.all(Array.from({ length: 5 }, () => cached.prepare(all, [])));
  for (const { images } of lent) expect([...images]).toEqual(allPixels(all.map(({ id }) => id)));
});
