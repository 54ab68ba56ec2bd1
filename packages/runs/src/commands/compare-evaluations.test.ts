import { formatCsv } from '@sprout/core';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COLOUR_CLASSES } from '../../test/colour-model.ts';
import { writeFinishedRun } from '../../test/finished-run.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { comparedKind, compareEvaluations } from '../index.ts';
import { claimEvaluationFolder } from '../run/evaluation-folder.ts';
import { evaluationRecord } from '../run/evaluation-record.ts';
import { predictionRows } from '../run/prediction-rows.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let photos: string;
let small: string;
let large: string;
let elsewhere: string;

const IDS = ['blue/0.png', 'blue/1.png', 'blue/2.png', 'red/0.png'];

/** The evaluation of a model that predicts a class, 0 or 1, for each of the images. @returns Its folder. */
async function evaluated(name: string, on: string, predicted: readonly number[]): Promise<string> {
  const run = join(folder.path, name);
  const files = await claimEvaluationFolder({ run, folder: on });
  const predictions = IDS.map((id, at) => ({
    id,
    label: at < 3 ? 0 : 1,
    predicted: predicted[at]!,
    loss: 0.3,
    probability: 0.75,
    probabilities: Float32Array.of(0.75, 0.25),
  }));
  const right = predictions.filter((row) => row.label === row.predicted).length;
  const found = { samples: 4, loss: 0.3, accuracy: right / 4, predictions };
  const record = evaluationRecord(found, COLOUR_CLASSES);
  await writeFile(files.evaluation, JSON.stringify(record));
  await writeFile(files.predictions, formatCsv(predictionRows(found, COLOUR_CLASSES)));
  return files.folder;
}

beforeAll(async () => {
  folder = await temporaryFolder();
  photos = join(folder.path, 'photos');
  small = await evaluated('small', photos, [0, 1, 0, 1]);
  large = await evaluated('large', photos, [0, 0, 0, 1]);
  elsewhere = await evaluated('small', join(folder.path, 'others'), [0, 0, 0, 1]);
});
afterAll(() => folder[Symbol.asyncDispose]());

const out = (): string => join(folder.path, 'comparison.html');

test('evaluations have their results, their pair, and a page with links to their own pages', async () => {
  const result = await compareEvaluations({ evaluations: [small, large], out: out() });
  expect(result).toMatchObject({
    evaluations: [
      { evaluation: small, name: 'small', accuracy: 0.75, samples: 4, seen: undefined },
      { evaluation: large, name: 'large' },
    ],
    pairs: [{ first: 'small', second: 'large', shared: 4, onlyFirst: 0, onlySecond: 1 }],
    report: out(),
  });
  const html = await readFile(out(), 'utf8');
  expect(html).toContain('small and large on photos');
  expect(html).toContain('href="./small-evaluations/photos/report.html"');
  expect(html).toContain('McNemar');
});

test('evaluations of one model are named by their paths', async () => {
  const again = await evaluated(join('again', 'small'), photos, [0, 0, 0, 1]);
  const named = { evaluations: [small, again], out: join(folder.path, 'again.html') };
  const { evaluations } = await compareEvaluations(named);
  expect(evaluations.map(({ name }) => name)).toEqual([small, again]);
});

test('only a comparison of the same evaluations is replaced, and one that is named twice is refused', async () => {
  const file = join(folder.path, 'notes.html');
  await writeFile(file, '<p>notes</p>');
  await expect(compareEvaluations({ evaluations: [small, large], out: file })).rejects.toThrow(
    `${file} exists already and is not overwritten: it is not a comparison of these evaluations`,
  );
  await expect(compareEvaluations({ evaluations: [small, small] })).rejects.toThrow(
    'each evaluation must be named once',
  );
});

test('evaluations on different folders, and a single one, are refused', async () => {
  await expect(compareEvaluations({ evaluations: [small, elsewhere] })).rejects.toThrow(
    `evaluations must be evaluations on one folder of images; received ${small} on ${photos}, ${elsewhere} on ${join(folder.path, 'others')}`,
  );
  await expect(compareEvaluations({ evaluations: [small] })).rejects.toThrow(
    'evaluations must be two evaluations or more',
  );
});

test('an evaluation is told from a run, also without the file that names its images', async () => {
  const run = await writeFinishedRun(join(folder.path, 'runs'), { photos });
  expect(await comparedKind(run.folder)).toBe('run');
  expect(await comparedKind(large)).toBe('evaluation');
  await rm(join(large, '.sprout-evaluation.json'));
  expect(await comparedKind(large)).toBe('evaluation');
  const { evaluations } = await compareEvaluations({ evaluations: [small, large], out: out() });
  expect(evaluations.map(({ name }) => name)).toEqual(['small', 'photos']);
  await expect(comparedKind(join(folder.path, 'nothing'))).rejects.toMatchObject({
    code: 'run-missing',
  });
});
