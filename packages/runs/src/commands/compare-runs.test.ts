import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFinishedRun } from '../../test/finished-run.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { compareRuns } from '../index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let photos: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  photos = await writePhotos(join(folder.path, 'photos'), { blue: [BLUE], red: [RED] });
});
afterEach(() => folder[Symbol.asyncDispose]());

const finished = (runs = 'runs') => writeFinishedRun(join(folder.path, runs), { photos });

test('two runs have their results, their pair and one report with pictures', async () => {
  const [first, second] = [await finished(), await finished()];
  const right = (await readFile(second.predictions, 'utf8')).replace('red,blue', 'red,red');
  await writeFile(second.predictions, right);
  const out = join(folder.path, 'comparison.html');
  const result = await compareRuns({ runs: [first.folder, second.folder], out });
  expect(result).toMatchObject({
    runs: [
      {
        name: 'logistic-1',
        model: 'logistic',
        validationAccuracy: 0.5,
        epochs: 2,
        seconds: 5,
        totalSeconds: 7,
      },
      { name: 'logistic-2' },
    ],
    pairs: [{ first: 'logistic-1', second: 'logistic-2', shared: 2, onlyFirst: 0, onlySecond: 1 }],
    report: out,
  });
  const html = await readFile(out, 'utf8');
  expect(html).toContain('data:image/png;base64,');
  for (const name of ['logistic-1', 'logistic-2']) expect(html).toContain(`<bdi>${name}</bdi>`);
  expect(html).toContain('McNemar');
  expect(html).toMatch(/5\.0\u00a0s<\/td>\s*<td class="right">7\.0\u00a0s/); // training, in all
});

test('runs of one name are named by their paths; without images there are no pictures', async () => {
  const both = [(await finished()).folder, (await finished('others')).folder];
  const out = join(folder.path, 'comparison.html');
  await rm(photos, { recursive: true });
  const { runs } = await compareRuns({ runs: both, out });
  expect(runs.map(({ name }) => name)).toEqual(both);
  expect(await readFile(out, 'utf8')).not.toContain('data:image/png;base64,');
});

test('only a comparison of the same runs is replaced', async () => {
  const [first, second] = [(await finished()).folder, (await finished()).folder];
  const out = join(folder.path, 'comparison.html');
  await rm(photos, { recursive: true });
  await compareRuns({ runs: [first, second], out });
  await compareRuns({ runs: [second, first], out });
  const before = await readFile(out);
  const others = { runs: [first, join(folder.path, 'runs', 'missing')], out };
  await expect(compareRuns(others)).rejects.toMatchObject({
    code: 'file-exists',
    context: { file: out, reason: 'it is not a comparison of these runs', option: 'out' },
  });
  expect(await readFile(out)).toEqual(before);
});

test('a run is not compared with itself', async () => {
  const { folder: run } = await finished();
  await expect(compareRuns({ runs: [run, `${run}/`] })).rejects.toThrow(
    `each run must be named once: it does not differ from itself; received ${run} twice`,
  );
});

test('a single run is not a comparison', async () => {
  const { folder: run } = await finished();
  await expect(compareRuns({ runs: [run] })).rejects.toThrow('runs must be two runs or more');
});
