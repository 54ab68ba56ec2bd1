import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADDRESS, STORE, storeRows } from '../../../test/feature-store.ts';
import { fillStore } from '../../../test/fill-store.ts';
import { createFeatureStore } from './create-feature-store.ts';
import { openFeatureStore } from './feature-store.ts';

let parent = '';
let folder = '';
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'store-'));
  folder = join(parent, 'features');
});
afterEach(() => rm(parent, { recursive: true }));

async function readAll(): Promise<void> {
  await (await openFeatureStore(folder)).verify();
}

describe('openFeatureStore', () => {
  test('names the file with any changed byte', async () => {
    const [ids, labels] = [STORE.ids.slice(0, 3), STORE.labels.slice(0, 3)];
    const options = { ...STORE, ids, labels, address: { ...ADDRESS, copies: 1 } };
    await using store = await createFeatureStore(folder, options);
    for (const [step, positions] of [[0, 1], [2]].entries())
      await store.write(storeRows(positions, 0), { copy: 0, step });
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    expect(files).toHaveLength(8);
    for (const { parentPath, name } of files) {
      const file = join(parentPath, name);
      const bytes = await readFile(file);
      for (let at = 0; at < bytes.length; at++) {
        const changed = Buffer.from(bytes);
        changed[at] = changed[at]! ^ (1 << (at % 8));
        await writeFile(file, changed);
        const found = await readAll().catch((error: unknown) => error);
        expect(found, `${file} at ${at}`).toMatchObject({
          code: 'file-invalid',
          context: { file },
        });
      }
      await writeFile(file, bytes);
    }
    await readAll();
  }, 60_000);

  test('names a file that is cut off, or has more bytes', async () => {
    await fillStore(folder);
    const file = join(folder, 'features/c/1/0/0/0');
    const bytes = await readFile(file);
    for (const changed of [
      bytes.subarray(0, -1),
      bytes.subarray(0, 10),
      Buffer.concat([bytes, bytes]),
    ]) {
      await writeFile(file, changed);
      await expect(readAll()).rejects.toMatchObject({ code: 'file-invalid', context: { file } });
    }
  });

  test('names the first file of an extraction that is not finished', async () => {
    await using store = await createFeatureStore(folder, STORE);
    await store.write(storeRows([0, 1], 0), { copy: 0, step: 0 });
    const file = join(folder, 'features/c/1/0/0/0');
    await expect(readAll()).rejects.toMatchObject({ code: 'file-missing', context: { file } });
  });

  test.each(Object.keys(ADDRESS) as (keyof typeof ADDRESS)[])(
    'refuses features of another %s, with both values',
    async (field) => {
      await fillStore(folder);
      const address = { ...ADDRESS, [field]: field === 'copies' ? 3 : 'other' };
      const refusal = {
        code: 'recipe-mismatch',
        message: expect.stringContaining(
          `is ${ADDRESS[field]} in the store, and ${address[field]} here`,
        ),
      };
      await expect(openFeatureStore(folder, { address })).rejects.toMatchObject(refusal);
      await expect(createFeatureStore(folder, { ...STORE, address })).rejects.toMatchObject(
        refusal,
      );
    },
  );

  test('has the origin that the store was created with, whoever goes on with it', async () => {
    const origin = { model: { name: 'vgg16' }, seed: 3 };
    const { [Symbol.asyncDispose]: end } = await createFeatureStore(folder, { ...STORE, origin });
    await end();
    await fillStore(folder);
    expect((await openFeatureStore(folder)).origin).toEqual(origin);
    await rm(folder, { recursive: true });
    await fillStore(folder);
    expect((await openFeatureStore(folder)).origin).toBeUndefined();
  });

  test('reads the same rows with and without memory for them, twice, and by two readers', async () => {
    await fillStore(folder);
    const [kept, read] = [
      await openFeatureStore(folder),
      await openFeatureStore(folder, { memory: 30 }),
    ];
    const orders = [[4, 0, 4, 3], [1, 2], [0]];
    for (const order of [...orders, ...orders]) {
      const [left, right] = await Promise.all([kept.read(order, 1), read.read(order, 1)]);
      expect(left).toEqual(storeRows(order, 1));
      expect(right).toEqual(left);
    }
  });

  test('refuses rows and copies that it lacks', async () => {
    await fillStore(folder);
    const store = await openFeatureStore(folder);
    await expect(store.read([5], 0)).rejects.toThrow('a position must be a whole number, 0 to 4');
    await expect(store.read([0], 2)).rejects.toThrow('copy must be a whole number, 0 to 1');
  });
});

describe('createFeatureStore', () => {
  test('is for one writer at a time, and for any number of readers', async () => {
    await using _ = await createFeatureStore(folder, STORE);
    await expect(createFeatureStore(folder, STORE)).rejects.toMatchObject({ code: 'run-locked' });
    await cp(folder, join(parent, 'copy'), { recursive: true });
    await using second = await createFeatureStore(join(parent, 'copy'), STORE);
    expect(second.has(0, 0)).toBe(false);
  });

  test('goes on with the batches that are there and whole', async () => {
    await fillStore(folder);
    await writeFile(join(folder, 'features/c/1/0/0/0'), 'damaged');
    await rm(join(folder, 'features-1/c/2/0/0/0'));
    await using store = await createFeatureStore(folder, { ...STORE, batchSize: 4 });
    expect(store.batchSize).toBe(2);
    const stored = [0, 1].map((copy) => [0, 1, 2].map((step) => store.has(copy, step)));
    expect(stored).toEqual([
      [true, false, true],
      [true, true, false],
    ]);
    await store.write(storeRows([2, 3], 0), { copy: 0, step: 1 });
    await store.write(storeRows([4], 1), { copy: 1, step: 2 });
    expect(await (await openFeatureStore(folder)).read([0, 1, 2, 3, 4], 0)).toEqual(
      storeRows([0, 1, 2, 3, 4], 0),
    );
    await readAll();
  });

  test('leaves a folder with other files alone', async () => {
    await writeFile(join(parent, 'notes.txt'), '');
    await expect(createFeatureStore(parent, STORE)).rejects.toMatchObject({
      code: 'folder-occupied',
    });
    expect(await readdir(parent)).toEqual(['notes.txt']);
  });

  test('refuses features of another length or shape', async () => {
    await using store = await createFeatureStore(folder, STORE);
    const write = store.write(storeRows([0], 0), { copy: 0, step: 0 });
    await expect(write).rejects.toMatchObject({ code: 'shape-mismatch' });
    await store[Symbol.asyncDispose]();
    await expect(createFeatureStore(folder, { ...STORE, shape: [6] })).rejects.toThrow(
      'must have the shape [6]; received [2, 1, 3]',
    );
  });
});
