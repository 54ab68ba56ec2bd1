import { once } from 'node:events';
import { readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  allPixels,
  CHANNELS,
  fakeSource,
  type FakeSourceOptions,
  HEIGHT,
  RECORD_BYTES,
  WIDTH,
} from '../../../test/fake-source.ts';
import { numbered } from '../../../test/make-dataset.ts';
import { RECORD_FILES } from './record-store.ts';
import { runScript } from '../../../test/run-script.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { writeFiles } from '../../../test/write-files.ts';
import type { Samples } from '../../dataset/samples.ts';
import { cachedSource } from '../cached-source.ts';
import { openRecordCache, type RecordCacheOptions } from './record-cache.ts';
import { scanFolder } from '../scan/scan-folder.ts';

const FORMAT: RecordCacheOptions = {
  key: 'recipe',
  height: HEIGHT,
  width: WIDTH,
  channels: CHANNELS,
};

interface Fixture {
  readonly photos: string;
  readonly cache: string;
  readonly samples: Samples;
}

async function makePhotos(count: number): Promise<Fixture> {
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await writeFiles(
    photos,
    numbered(count).flatMap((name) => [`a/${name}`, `b/${name}`]),
  );
  const { samples } = await scanFolder(photos);
  return { photos, cache: join(folder, 'cache'), samples };
}

interface PreparedOnce {
  readonly images: number[];
  readonly bad: number[];
  /** The ids that the source prepared. */
  readonly made: string[];
}

interface PrepareOptions extends FakeSourceOptions {
  readonly cache?: Partial<RecordCacheOptions>;
  /** How many times to prepare while the cache is open. The last result is returned. */
  readonly times?: number;
}

/** Opens the cache, prepares every sample through it and closes it. */
async function prepare(
  { cache: folder, samples }: Pick<Fixture, 'cache' | 'samples'>,
  { cache: options = {}, times = 1, ...fake }: PrepareOptions = {},
): Promise<PreparedOnce> {
  await using cache = await openRecordCache(folder, { ...FORMAT, ...options });
  const source = fakeSource(fake);
  const cached = cachedSource(source, cache);
  for (let time = 1; ; time++) {
    source.calls.length = 0;
    using lent = await cached.prepare([...samples], []);
    const result = {
      images: [...lent.images],
      bad: lent.bad.map(({ position }) => position),
      made: source.calls.flat(),
    };
    if (time === times) return result;
  }
}

function idsOf({ samples }: Fixture): string[] {
  return Array.from(samples, ({ id }) => id);
}

test('prepares each image once, and then reads its record', async () => {
  const fixture = await makePhotos(3);
  const ids = idsOf(fixture);
  expect(await prepare(fixture)).toEqual({ images: allPixels(ids), bad: [], made: ids });
  expect(await prepare(fixture)).toEqual({ images: allPixels(ids), bad: [], made: [] });
});

test.each([0, RECORD_BYTES, 1e6])(
  'returns the same pixels each time with %d bytes of memory',
  async (memoryBytes) => {
    const fixture = await makePhotos(3);
    for (const times of [1, 2, 3]) {
      const { images, made } = await prepare(fixture, { cache: { memoryBytes }, times });
      expect(images).toEqual(allPixels(idsOf(fixture)));
      expect(made.length).toBe(times === 1 && made.length > 0 ? 6 : 0);
    }
  },
);

test('prepares only missing images, in one call, each at its position', async () => {
  const fixture = await makePhotos(3);
  await prepare({ ...fixture, samples: fixture.samples.select([1, 4]) });
  const { images, made } = await prepare(fixture);
  const ids = idsOf(fixture);
  expect(images).toEqual(allPixels(ids));
  expect(made).toEqual([0, 2, 3, 5].map((position) => ids[position]));
});

test('does not store bad images, and returns zeros for them', async () => {
  const fixture = await makePhotos(2);
  const [first = '', bad = '', ...rest] = idsOf(fixture);
  const isBad = (id: string) => id === bad;
  for (const made of [[first, bad, ...rest], [bad]]) {
    expect(await prepare(fixture, { isBad })).toEqual({
      images: [...allPixels([first]), ...new Uint8Array(RECORD_BYTES), ...allPixels(rest)],
      bad: [1],
      made,
    });
  }
  expect((await prepare(fixture)).images).toEqual(allPixels(idsOf(fixture)));
});

test.each([
  ['its size', (path: string) => writeFile(path, 'longer than it was before')],
  ['its time', (path: string) => writeFile(path, 'other')],
])('prepares an image again when the file has changed: %s', async (what, change) => {
  const fixture = await makePhotos(2);
  const { id, path } = fixture.samples.at(1);
  await writeFile(path, 'photo');
  await utimes(path, 1, 1);
  await prepare(fixture);
  await change(path);
  await utimes(path, 1, what === 'its time' ? 1.001 : 1);
  expect((await prepare(fixture, { version: () => 9 })).made).toEqual([id]);
  const { images, made } = await prepare(fixture);
  expect(images.slice(RECORD_BYTES, 2 * RECORD_BYTES)).toEqual(allPixels([id], 9));
  expect(made).toEqual([]);
});

test('leaves a file that was deleted to the source', async () => {
  const fixture = await makePhotos(1);
  await prepare(fixture);
  await rm(fixture.samples.at(0).path);
  const { made } = await prepare(fixture);
  expect(made).toEqual([fixture.samples.at(0).id]);
});

test.each([{ key: 'other' }, { height: HEIGHT * 2, width: WIDTH / 2 }])(
  'drops all records for the format %j',
  async (other) => {
    const fixture = await makePhotos(1);
    await prepare(fixture, { version: () => 1 });
    await using cache = await openRecordCache(fixture.cache, { ...FORMAT, ...other });
    await cache.examine([...fixture.samples]);
    const target = new Uint8Array(RECORD_BYTES);
    expect(Array.from(fixture.samples, (sample) => cache.read(sample, target, 0))).toEqual([
      false,
      false,
    ]);
  },
);

test(
  'returns correct pixels after any byte of its files is flipped, and stores the record again',
  { timeout: 60_000 },
  async () => {
    const fixture = await makePhotos(1);
    const ids = idsOf(fixture);
    await prepare(fixture);
    const whole = new Map<string, Buffer>();
    for (const name of Object.values(RECORD_FILES))
      whole.set(name, await readFile(join(fixture.cache, name)));
    let damaged = 0;
    for (const [name, bytes] of whole) {
      for (let at = 0; at < bytes.length; at++) {
        for (const [other, content] of whole) await writeFile(join(fixture.cache, other), content);
        const flipped = Buffer.from(bytes);
        flipped[at]! ^= at % 2 === 0 ? 0xff : 1;
        await writeFile(join(fixture.cache, name), flipped);
        const { images, made } = await prepare(fixture);
        expect(images, `${name} ${at}`).toEqual(allPixels(ids));
        if (made.length > 0) damaged++;
        expect((await prepare(fixture)).made, `${name} ${at}`).toEqual([]);
      }
    }
    expect(damaged).toBe([...whole.values()].reduce((sum, { length }) => sum + length, 0));
  },
);

test(
  'returns correct pixels after its files were truncated anywhere',
  { timeout: 60_000 },
  async () => {
    const fixture = await makePhotos(1);
    await prepare(fixture);
    for (const name of Object.values(RECORD_FILES)) {
      const { size } = await stat(join(fixture.cache, name));
      for (let length = 0; length < size; length += 3) {
        await truncate(join(fixture.cache, name), length);
        const { images, made } = await prepare(fixture);
        expect(images).toEqual(allPixels(idsOf(fixture)));
        expect(made.length).toBeGreaterThan(0);
      }
    }
  },
);

test('never returns the record of one file for another', async () => {
  const fixture = await makePhotos(1);
  await prepare(fixture);
  const index = await readFile(join(fixture.cache, RECORD_FILES.index));
  const swapped = Buffer.concat([
    index.subarray(0, 64),
    index.subarray(104, 144),
    index.subarray(64, 104),
  ]);
  await writeFile(join(fixture.cache, RECORD_FILES.index), swapped);
  expect((await prepare(fixture)).images).toEqual(allPixels(idsOf(fixture)));
});

test('does not grow when records are written again', async () => {
  const fixture = await makePhotos(2);
  await prepare(fixture);
  const sizes = async () =>
    Promise.all(
      Object.values(RECORD_FILES).map(async (name) => (await stat(join(fixture.cache, name))).size),
    );
  const before = await sizes();
  for (const { path } of fixture.samples) await utimes(path, 5, 5);
  await prepare(fixture);
  expect(await sizes()).toEqual(before);
});

test('can be opened once at a time', async () => {
  const fixture = await makePhotos(1);
  await using _cache = await openRecordCache(fixture.cache, FORMAT);
  await expect(openRecordCache(fixture.cache, FORMAT)).rejects.toMatchObject({
    code: 'run-locked',
  });
});

test('reports a folder that cannot be created', async () => {
  const fixture = await makePhotos(1);
  const folder = join(fixture.samples.at(0).path, 'cache');
  await expect(openRecordCache(folder, FORMAT)).rejects.toMatchObject({ code: 'file-unwritable' });
});

test(
  'returns correct pixels after its process is killed at any moment',
  { timeout: 120_000 },
  async () => {
    const fixture = await makePhotos(60);
    let version = 1;
    for (const [round, delay] of [0, 15, 40, 90, 170].entries()) {
      const child = runScript('fill-cache.ts', {
        args: [fixture.photos, fixture.cache, String(version)],
      });
      await once(child.stdout, 'data');
      await setTimeout(delay);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      const seconds = await Promise.all(
        Array.from(fixture.samples, async ({ path }) => (await stat(path)).mtimeMs / 1000),
      );
      const versionOf = new Map(idsOf(fixture).map((id, at) => [id, seconds[at]!]));
      const { images } = await prepare(fixture, {
        version: (id) => versionOf.get(id)!,
        cache: { key: 'test' },
      });
      const expected = idsOf(fixture).flatMap((id) => allPixels([id], versionOf.get(id)));
      expect(images, `round ${round}`).toEqual(expected);
      version = 1000 * (round + 1);
    }
    expect((await readdir(fixture.cache)).toSorted()).toEqual(
      Object.values(RECORD_FILES).toSorted(),
    );
  },
);
