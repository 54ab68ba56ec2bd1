import { lock } from '@sprout/core';
import { parseRecipe, recipeHash } from '@sprout/imgproc';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COLOUR_CLASSES, saveColourModel } from '../../test/colour-model.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { evaluate, exportModel, predict, type PredictedFile } from '../index.ts';
import { pathExists } from '../run/path-exists.ts';
import { runFolder } from '../run/run-folder.ts';
import { loadRunModel, modelFolder } from './load-run-model.ts';
import { openModel, type OpenedModel } from './open-model.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let run: string;
let photos: string;
let model: OpenedModel; // keeps the thread of the engine running between the tests

const recipe = parseRecipe([{ op: 'centre-square', size: 4 }]);

beforeAll(async () => {
  folder = await temporaryFolder();
  run = join(folder.path, 'run');
  await saveColourModel(join(run, 'model'), { recipe, recipeHash: recipeHash(recipe) });
  photos = await writePhotos(join(folder.path, 'photos'), { blue: [BLUE], red: [RED, RED] });
  model = await openModel(run, { engine: 'cpu' });
});

afterAll(async () => {
  await model[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

/** The model as an export of Teachable Machine. */
async function exported(name: string): Promise<string> {
  const out = join(folder.path, name);
  await exportModel({ run, out, format: 'teachable-machine' });
  return out;
}

async function predicted(from: string): Promise<PredictedFile[]> {
  const results: PredictedFile[] = [];
  for await (const result of predict({ run: from, paths: photos, engine: 'cpu', workers: 0 }))
    results.push(result as PredictedFile); // all of them are images
  return results;
}

test('an export of Teachable Machine predicts and is evaluated as the run', async () => {
  const out = await exported('plants');
  const expected = await predicted(run);
  const received = await predicted(out);
  expect(expected.map(({ predicted: name }) => name)).toEqual(['blue', 'red', 'red']);
  for (const [at, { path, predicted: name, probability }] of received.entries()) {
    expect([path, name]).toEqual([expected[at]!.path, expected[at]!.predicted]);
    expect(probability).toBeCloseTo(expected[at]!.probability, 5);
  }
  const options = { run: out, folder: photos, engine: 'cpu', workers: 0 } as const;
  expect((await evaluate(options)).evaluation).toMatchObject({ samples: 3, accuracy: 1 });
});

test('its card has the labels, the recipe of the centre square, and its versions', async () => {
  const { card, definition } = await loadRunModel(await exported('card'));
  expect(card).toMatchObject({ classes: COLOUR_CLASSES, recipe, versions: { tfjs: '1.3.1' } });
  expect(definition.input.normalisation.mean).toEqual([127, 127, 127]);
});

test('it can be exported as a model folder', async () => {
  const out = join(folder.path, 'own');
  await exportModel({ run: await exported('foreign'), out, format: 'tfjs' });
  expect((await loadRunModel(out)).card.classes).toEqual(COLOUR_CLASSES);
});

test('a second call finishes an export of Teachable Machine, and another model is kept', async () => {
  const out = await exported('half');
  const text = await readFile(join(out, 'metadata.json'), 'utf8');
  await rm(join(out, 'metadata.json'));
  await exported('half');
  expect(await readFile(join(out, 'metadata.json'), 'utf8')).toBe(text);
  await writeFile(join(out, 'metadata.json'), '{}');
  await expect(exported('half')).rejects.toMatchObject({ code: 'file-exists' });
});

test('a missing or damaged file of it is named', async () => {
  const out = await exported('damaged');
  const file = join(out, 'weights.bin');
  await writeFile(file, 'short');
  await expect(loadRunModel(out)).rejects.toMatchObject({
    code: 'file-invalid',
    context: {
      file: join(out, 'model.json'),
      reason: expect.stringContaining('weights.bin') as string,
    },
  });
  await rm(file);
  await expect(loadRunModel(out)).rejects.toMatchObject({
    code: 'file-missing',
    context: { file },
  });
});

test('a run that is not finished is named as such', async () => {
  const unfinished = join(folder.path, 'unfinished');
  await mkdir(unfinished);
  await writeFile(join(unfinished, 'run.json'), '{}');
  await expect(loadRunModel(unfinished)).rejects.toThrow(
    `${unfinished} cannot be used for this: it is not finished`,
  );
});

test('a run whose recipe Teachable Machine cannot express is refused, and nothing is written', async () => {
  const other = join(folder.path, 'squashed');
  await saveColourModel(join(other, 'model'));
  const out = join(folder.path, 'none');
  await expect(exportModel({ run: other, out, format: 'teachable-machine' })).rejects.toMatchObject(
    {
      code: 'model-unsupported',
      context: { reason: expect.stringContaining('changes its proportions') as string },
    },
  );
  expect(await pathExists(out)).toBe(false);
});

test('a run that a process trains for the first time is in use', async () => {
  const trained = runFolder(join(folder.path, 'training'));
  await mkdir(trained.folder);
  await writeFile(trained.record, '{}');
  const failure = () => modelFolder(trained.folder).catch((error: unknown) => error);
  expect(await failure()).toMatchObject({ code: 'run-incompatible' });
  await using _held = await lock(trained.lock, trained.folder);
  expect(await failure()).toMatchObject({ code: 'run-locked', context: { run: trained.folder } });
});
