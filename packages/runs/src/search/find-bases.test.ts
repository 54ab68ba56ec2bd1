import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { eventLog } from '../../test/event-log.ts';
import { writeSmallWeights } from '../../test/small-weights.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { findBases } from './find-bases.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let file: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  file = join(folder.path, 'small.safetensors');
  await writeSmallWeights(file);
  await writeFile(join(folder.path, 'notes.txt'), 'not weights');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await folder[Symbol.asyncDispose]();
});

test('the base of a file is found by its weights, with its width', async () => {
  expect(await findBases(file, eventLog())).toEqual([
    {
      name: 'mobilenet-v1',
      model: { name: 'mobilenet-v1', alpha: 0.25, weights: file, trainable: 'head' },
      frozen: true,
      leastEpochs: 1,
    },
  ]);
});

test('other files of a folder are passed over', async () => {
  const names = (await findBases(folder.path, eventLog())).map(({ name }) => name);
  expect(names).toEqual(['mobilenet-v1']);
});

test('a file of other weights is refused', async () => {
  const notes = join(folder.path, 'notes.txt');
  await expect(findBases(notes, eventLog())).rejects.toThrow(notes);
  await expect(findBases(join(folder.path, 'none'), eventLog())).rejects.toMatchObject({
    code: 'file-missing',
  });
});

test('a base whose weights cannot be downloaded is left out, with the reason', async () => {
  const cache = join(folder.path, 'cache');
  await mkdir(cache);
  vi.stubEnv('SPROUT_CACHE', cache);
  vi.stubEnv('https_proxy', 'http://127.0.0.1:9'); // nothing answers there
  const log = eventLog();
  expect(await findBases(undefined, log)).toEqual([]);
  expect(log.events).toMatchObject([
    { type: 'candidate-left-out', candidate: 'efficientnet-b0' },
    { type: 'candidate-left-out', candidate: 'mobilenet-v2' },
  ]);
}, 60_000);
