import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { evaluationFolder, type EvaluationFolder } from '../run/evaluation-folder.ts';
import { earlierRobustness, writeRobustness } from './write-robustness.ts';

const evaluation = {
  samples: 4,
  accuracy: 0.75,
  loss: 1,
  classes: [],
  confusion: [],
  topLosses: [],
};
const fog = { name: 'fog', mean: 0.5, accuracies: [0.75, 0.25], ops: [{ op: 'fog' }] };
const robustness = {
  folder: 'photos',
  samples: 4,
  seed: 0,
  accuracy: 0.75,
  mean: 0.5,
  corruptions: [fog],
};
const page = { model: 'm', folder: 'photos', evaluation, bad: 0, recipe: [], settings: [] };

async function written(path: string): Promise<EvaluationFolder> {
  const out = evaluationFolder(path);
  await mkdir(out.folder, { recursive: true });
  await writeRobustness(out, robustness, page);
  return out;
}

test('writes the record, a plot, and the report with a section', async () => {
  await using folder = await temporaryFolder();
  const out = await written(folder.path);
  expect(JSON.parse(await readFile(out.corruptions, 'utf8'))).toEqual(robustness);
  expect(await readdir(out.plots)).toEqual(['corruptions.png', 'corruptions.svg']);
  expect(await readFile(out.report, 'utf8')).toContain('On corrupted images');
});

test('an earlier record is read if its images and its accuracy are the same', async () => {
  await using folder = await temporaryFolder();
  const out = await written(folder.path);
  expect(await earlierRobustness(out, evaluation)).toEqual(robustness);
  expect(await earlierRobustness(evaluationFolder(join(folder.path, 'new')), evaluation)).toBe(
    undefined,
  );
});

test.each([
  ['of other images', JSON.stringify({ ...robustness, samples: 5 })],
  ['of another model', JSON.stringify({ ...robustness, accuracy: 0.5 })],
  ['that is broken', '{'],
])('an earlier record %s is removed with its plots', async (_, text) => {
  await using folder = await temporaryFolder();
  const out = await written(folder.path);
  await writeFile(out.corruptions, text);
  expect(await earlierRobustness(out, evaluation)).toBeUndefined();
  expect(await readdir(out.folder)).not.toContain('corruptions.json');
  expect(await readdir(out.plots)).toEqual([]);
});
