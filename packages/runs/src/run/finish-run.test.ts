import { loadModel, type NamedTensor, openTrainer } from '@sprout/train';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COLOUR_CLASSES, COLOUR_RECIPE, colourModel } from '../../test/colour-model.ts';
import { type OpenedPhotos, openPhotos } from '../../test/open-photos.ts';
import { writeCheckpoint } from './checkpoint-files.ts';
import { evaluationSchema } from './evaluation-record.ts';
import { finishRun } from './finish-run.ts';
import { pathExists } from './path-exists.ts';
import { runFolder } from './run-folder.ts';
import { version } from './version.ts';

let photos: OpenedPhotos;

beforeAll(async () => {
  photos = await openPhotos();
});

afterAll(() => photos[Symbol.asyncDispose]());

const definition = colourModel();
/** Weights that answer blue for red images, and red for blue ones. */
const wrong: readonly NamedTensor[] = definition.weights.map((weight) => ({
  ...weight,
  data: weight.data.map((value) => -value),
}));
const position = { epoch: 1, done: 0, sums: { loss: 0, correct: 0, count: 0 }, history: [] };

interface FinishOptions {
  readonly keep: 'best' | 'last';
  /** The weights of the best checkpoint, if there is one. */
  readonly best?: readonly NamedTensor[];
  readonly identity?: string;
  readonly signal?: AbortSignal;
}

/** Finishes a run whose trainer has weights that answer right. */
async function finished(
  name: string,
  { keep, best, identity = 'a', signal = new AbortController().signal }: FinishOptions,
) {
  const { path, images, resolved: own } = photos;
  const run = runFolder(join(path, name));
  await mkdir(run.folder);
  if (best !== undefined) {
    const state = { weights: best, optimiser: [] };
    await writeCheckpoint(run.checkpoints.best, { state, position, identity: 'a' });
  }
  await using trainer = await openTrainer(definition, { engine: 'cpu' });
  const resolved = { ...own, train: { ...own.train, keep } };
  const work = finishRun(trainer, { resolved, images, definition, run, identity, signal });
  const outcome: unknown = await work.catch((error: unknown) => error);
  return { run, outcome, weights: (await trainer.state()).weights };
}

test('the last weights are saved as the model, with classes and recipe', async () => {
  const { run } = await finished('last', { keep: 'last', best: wrong });
  const { definition: saved, card } = await loadModel(run.model);
  expect(saved.weights).toEqual(definition.weights);
  expect(card).toMatchObject({
    classes: COLOUR_CLASSES,
    recipe: COLOUR_RECIPE,
    versions: { sprout: version() },
  });
});

test('the best weights are restored, saved and evaluated', async () => {
  const { run, outcome, weights } = await finished('best', { keep: 'best', best: wrong });
  expect(weights).toEqual(wrong);
  expect((await loadModel(run.model)).definition.weights).toEqual(wrong);
  expect(outcome).toMatchObject({ samples: 2, accuracy: 0 });
});

test('the evaluation is that of the validation images', async () => {
  const { run, outcome } = await finished('evaluated', { keep: 'last' });
  expect(outcome).toMatchObject({ samples: 2, accuracy: 1 });
  const record = evaluationSchema.parse(JSON.parse(await readFile(run.evaluation, 'utf8')));
  expect(record.classes.map(({ name, recall }) => [name, recall])).toEqual([
    ['blue', 1],
    ['red', 1],
  ]);
  const ids = Array.from(photos.images.validation, ({ id }) => id);
  expect(record.topLosses.map(({ path }) => path).toSorted()).toEqual(ids);
});

test('each validation image has a line with its classes in predictions.csv', async () => {
  const { run } = await finished('predicted', { keep: 'best', best: wrong });
  const [header, ...rows] = (await readFile(run.predictions, 'utf8')).trim().split(/\r?\n/);
  expect(header).toBe('path,label,predicted,probability,loss');
  const cells = rows.map((row) => row.split(','));
  expect(cells.map(([, label, predicted]) => [label, predicted])).toEqual([
    ['blue', 'red'],
    ['red', 'blue'],
  ]);
  for (const [, , , probability, loss] of cells)
    expect(Number(loss)).toBeCloseTo(-Math.log(1 - Number(probability)), 4);
});

test('without the best checkpoint the run cannot be finished', async () => {
  const { run, outcome } = await finished('gone', { keep: 'best' });
  expect(outcome).toMatchObject({
    code: 'run-incompatible',
    context: { run: run.folder, reason: `${run.checkpoints.best} is gone` },
  });
  expect(await pathExists(run.model)).toBe(false);
});

test('the best checkpoint of another training is refused', async () => {
  const { run, outcome } = await finished('other', { keep: 'best', best: wrong, identity: 'b' });
  expect(outcome).toMatchObject({ code: 'run-incompatible', context: { run: run.folder } });
  expect(await pathExists(run.model)).toBe(false);
});

test('an aborted signal ends the evaluation, so that the run is not finished', async () => {
  const reason = new Error('enough');
  const signal = AbortSignal.abort(reason);
  const { run, outcome } = await finished('stopped', { keep: 'last', signal });
  expect(outcome).toBe(reason);
  expect(await pathExists(run.evaluation)).toBe(false);
  expect(await pathExists(run.predictions)).toBe(false);
});
