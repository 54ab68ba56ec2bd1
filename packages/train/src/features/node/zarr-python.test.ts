import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADDRESS, STORE, storeRows } from '../../../test/feature-store.ts';
import { fillStore } from '../../../test/fill-store.ts';
import { openFeatureStore } from './feature-store.ts';

const fixtures = fileURLToPath(new URL('../../../fixtures/feature-store/', import.meta.url));

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'store-'))));
afterAll(() => rm(folder, { recursive: true }));

async function filesOf(root: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const contents = files.toSorted().map(async (file): Promise<[string, string]> => {
    return [file.slice(root.length + 1), (await readFile(file)).toString('base64')];
  });
  return new Map(await Promise.all(contents));
}

describe('a feature store', () => {
  test.each(['python', 'sprout'])('written by %s is read', async (writer) => {
    const store = await openFeatureStore(join(fixtures, writer), { address: ADDRESS });
    await store.verify();
    const { ids, labels, shape, copies } = store;
    expect({ ids, labels, shape, copies }).toEqual({
      ids: STORE.ids,
      labels: STORE.labels,
      shape: STORE.shape,
      copies: 2,
    });
    for (const copy of [0, 1])
      expect(await store.read([4, 0, 3], copy)).toEqual(storeRows([4, 0, 3], copy));
  });

  test('is written as the files that zarr-python has read', async () => {
    const written = join(folder, 'new');
    await fillStore(written);
    expect(await filesOf(written)).toEqual(await filesOf(join(fixtures, 'sprout')));
  });
});
