import { parseCsv, scanFolder } from '@sprout/core';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveColourModel } from '../../test/colour-model.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { evaluate, type EvaluateOptions, type RunEvent } from '../index.ts';
import { openModel, type OpenedModel } from '../model/open-model.ts';
import { writeImageVersions } from '../run/image-versions.ts';
import { runFolder } from '../run/run-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let run: string;
let model: OpenedModel; // keeps the thread of the engine running between the tests

beforeAll(async () => {
  folder = await temporaryFolder();
  run = join(folder.path, 'run');
  await saveColourModel(join(run, 'model'));
  model = await openModel(run, { engine: 'cpu' });
});

afterAll(async () => {
  await model[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

/** Evaluates on a fresh folder with these images. */
async function evaluated(
  name: string,
  images: Parameters<typeof writePhotos>[1],
  options: Partial<EvaluateOptions> = {},
) {
  const photos = await writePhotos(join(folder.path, name), images);
  const events: RunEvent[] = [];
  const onEvent = (event: RunEvent): void => void events.push(event);
  const own = { run, folder: photos, engine: 'cpu', workers: 0, ...options } as const;
  return { photos, events, ...(await evaluate(own, { onEvent })) };
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((thrown: unknown) => thrown);

test('every image is predicted once, by the class map of the model', async () => {
  const { evaluation, bad } = await evaluated('whole', { blue: [BLUE, RED, BLUE], red: [RED] });
  expect(bad).toEqual([]);
  expect(evaluation).toMatchObject({
    samples: 4,
    accuracy: 0.75,
    confusion: [
      [2, 1],
      [0, 1],
    ],
  });
  expect(evaluation.classes[0]).toEqual({
    name: 'blue',
    precision: 1,
    recall: 2 / 3,
    f1: 0.8,
    support: 3,
  });
  expect(evaluation.topLosses[0]).toMatchObject({
    path: 'blue/1.png',
    label: 'blue',
    predicted: 'red',
  });
});

test('the loss is the mean of the losses, whatever the batch size', async () => {
  const images = { blue: [BLUE, RED], red: [RED] };
  const { evaluation } = await evaluated('losses', images);
  const losses = evaluation.topLosses.map(({ loss }) => loss);
  expect(evaluation.loss).toBeCloseTo((losses[0]! + losses[1]! + losses[2]!) / 3, 6);
  const again = await evaluated('losses', images, { batchSize: 2 });
  expect(again.evaluation.loss).toBeCloseTo(evaluation.loss, 6);
});

test('a folder may lack a class of the model, but not have another one', async () => {
  const { evaluation } = await evaluated('one', { red: [RED] });
  expect(evaluation.classes.map(({ name, support }) => [name, support])).toEqual([
    ['blue', 0],
    ['red', 1],
  ]);
  const error = await errorOf(evaluated('other', { blue: [BLUE], green: [RED] }));
  expect(error).toMatchObject({
    code: 'classes-unknown',
    context: { source: join(folder.path, 'other'), names: ['green'] },
  });
});

test('images are checked, then evaluated, with their progress', async () => {
  const { events } = await evaluated('progress', { blue: [BLUE], red: [RED] });
  const starts = events.filter(({ type }) => type === 'task-start');
  expect(starts).toEqual([
    { type: 'task-start', task: 'check', total: 2 },
    { type: 'task-start', task: 'evaluate', total: 2 },
  ]);
  expect(events.at(-2)).toEqual({ type: 'task-progress', task: 'evaluate', done: 2, total: 2 });
});

test('bad images are left out, or an error', async () => {
  const images = { blue: [BLUE, ''], red: [RED] };
  const { evaluation, bad } = await evaluated('bad', images, { onBad: 'skip' });
  expect(evaluation.samples).toBe(2);
  expect(bad.map(({ id }) => id)).toEqual(['blue/1.png']);
  expect(await errorOf(evaluated('bad', images))).toMatchObject({
    code: 'images-bad',
    context: { count: 1, total: 3, first: bad[0]!.reason },
  });
});

test('a folder whose images are all bad is an error with the first reason', async () => {
  const error = await errorOf(evaluated('empty', { red: ['', ''] }, { onBad: 'skip' }));
  expect(error).toMatchObject({
    code: 'subset-empty',
    context: {
      subset: 'evaluation',
      reason: expect.stringContaining('0.png: the file is empty') as string,
    },
  });
});

test('leaves a folder with record, predictions, plots and report', async () => {
  const result = await evaluated('left', { blue: [BLUE, RED], red: [RED] });
  expect(result.out).toBe(join(folder.path, 'run-evaluations', 'left'));
  expect((await readdir(result.out)).toSorted()).toEqual([
    '.sprout-evaluation.json',
    'evaluation.json',
    'plots',
    'predictions.csv',
    'report.html',
  ]);
  expect(await readdir(join(result.out, 'plots'))).toEqual(
    ['class-bars', 'confusion-matrix', 'top-losses'].flatMap((name) => [
      `${name}.png`,
      `${name}.svg`,
    ]),
  );
  const written = await readFile(join(result.out, 'evaluation.json'), 'utf8');
  expect(JSON.parse(written)).toEqual(result.evaluation);
  const [header, ...rows] = parseCsv(await readFile(join(result.out, 'predictions.csv'), 'utf8'));
  expect(header).toEqual(['path', 'label', 'predicted', 'probability', 'loss']);
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['blue/0.png', 'blue', 'blue'],
    ['blue/1.png', 'blue', 'red'],
    ['red/0.png', 'red', 'red'],
  ]);
  const page = await readFile(result.report, 'utf8');
  expect(page).toContain('is not known'); // a model folder has no record of its images
  expect(page.match(/<img class="picture"/g)?.length).toBeGreaterThanOrEqual(3);
});

test('the same evaluation replaces its files, another one of the same name gets a number', async () => {
  const first = await evaluated('twice', { blue: [BLUE], red: [RED] });
  const page = await readFile(first.report);
  const again = await evaluate({ run, folder: first.photos, engine: 'cpu', workers: 0 });
  expect(again.out).toBe(first.out);
  expect(await readFile(again.report)).toEqual(page);
  const others = await evaluated(join('elsewhere', 'twice'), { blue: [BLUE], red: [RED] });
  expect(others.out).toBe(`${first.out}-2`);
});

test('--out is refused where it holds other files, and in the folder of the images', async () => {
  const images = { blue: [BLUE], red: [RED] };
  const out = join(folder.path, 'taken');
  await mkdir(out);
  await writeFile(join(out, 'notes.txt'), '');
  expect(await errorOf(evaluated('a', images, { out }))).toMatchObject({
    code: 'folder-occupied',
    context: { folder: out },
  });
  const inside = join(folder.path, 'b', 'results');
  expect(await errorOf(evaluated('b', images, { out: inside }))).toMatchObject({
    code: 'option-invalid',
    context: { option: 'out', value: inside },
  });
});

test('images that the run was trained on are counted and marked, whatever their names', async () => {
  const own = join(folder.path, 'own-run');
  await cp(join(run, 'model'), join(own, 'model'), { recursive: true });
  await writeFile(join(own, 'run.json'), '{}');
  const trained = await writePhotos(join(folder.path, 'trained'), { blue: [BLUE], red: [RED] });
  const { samples } = await scanFolder(trained);
  const hashes = Array.from(
    samples,
    async ({ id, path }) => [id, sha256(await readFile(path))] as const,
  );
  await writeImageVersions(runFolder(own), samples, new Map(await Promise.all(hashes)));
  await writeFile(
    join(own, 'split.csv'),
    'path,class,subset\nblue/0.png,blue,training\nred/0.png,red,validation\n',
  );
  const dark = [20, 20, 90] as const;
  const images = { blue: [dark, BLUE], red: [[90, 20, 20], RED, [20, 20, 91]] } as const;
  const { evaluation, out } = await evaluated('partly-seen', images, { run: own });
  expect(out).toBe(join(own, 'evaluations', 'partly-seen'));
  expect(evaluation.seen).toEqual({ training: 1, validation: 1, unseenAccuracy: 2 / 3 });
  const [, ...rows] = parseCsv(await readFile(join(out, 'predictions.csv'), 'utf8'));
  expect(rows.map((row) => [row[0], row[5]])).toEqual([
    ['blue/0.png', ''],
    ['blue/1.png', 'training'],
    ['red/0.png', ''],
    ['red/1.png', 'validation'],
    ['red/2.png', ''],
  ]);
});

test('a configuration that is not valid is an error', async () => {
  const error = await errorOf(evaluated('config', { red: [RED] }, { set: ['train.batchSize=0'] }));
  expect(error).toMatchObject({ code: 'config-invalid' });
  expect(String(error)).toMatch(/train\.batchSize: .*, not 0$/);
});

test('corrupted images are evaluated on request, the same ones each time', async () => {
  const images = { blue: [BLUE, BLUE], red: [RED] };
  const first = await evaluated('corrupted', images, { corruptions: true });
  const { robustness } = first;
  expect(robustness).toMatchObject({ folder: first.photos, samples: 3, accuracy: 1, seed: 0 });
  expect(robustness!.corruptions.map(({ name }) => name)).toContain('jpeg');
  for (const { accuracies, ops } of robustness!.corruptions) {
    expect(accuracies).toHaveLength(5);
    expect(ops).toHaveLength(5);
  }
  expect(robustness!.mean).toBeGreaterThan(0.5);
  const work = first.events.filter(({ type }) => type === 'task-start');
  expect(work.at(-1)).toEqual({ type: 'task-start', task: 'corrupt', total: 55 * 3 });
  const written = await readFile(join(first.out, 'corruptions.json'), 'utf8');
  expect(JSON.parse(written)).toEqual(robustness);
  expect(await readdir(join(first.out, 'plots'))).toContain('corruptions.svg');
  expect(await readFile(first.report, 'utf8')).toContain('On corrupted images');

  await writeFile(join(run, 'run.json'), '{}');
  const again = await evaluated('again', images, { corruptions: true });
  expect(again.robustness!.corruptions).toEqual(robustness!.corruptions);
  expect(await readdir(run)).not.toContain('corruptions.json');
  expect(await readdir(again.out)).toContain('corruptions.json');
  expect(await readFile(join(first.out, 'corruptions.json'), 'utf8')).toBe(written);
  await rm(join(run, 'run.json'));
});
