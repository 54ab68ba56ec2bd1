import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventLog } from '../../test/event-log.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { evaluate, readRun, report, resume, train, type TrainOptions } from '../index.ts';

let scratch: Awaited<ReturnType<typeof temporaryFolder>>;
let at: (...names: string[]) => string;
let options: TrainOptions;

beforeAll(async () => {
  scratch = await temporaryFolder();
  at = (...names) => join(scratch.path, ...names);
  await writePhotos(at('spring'), { blue: [BLUE, BLUE, BLUE], red: [RED, RED, RED, RED] });
  await writePhotos(at('field', 'autumn'), { blue: [BLUE], red: [RED, RED] });
  await writePhotos(at('other'), { green: [[0, 255, 0]] });
  options = {
    train: at('spring'),
    validation: at('field', 'autumn'),
    runs: at('runs'), // beside both folders, and inside of the folder of the data set
    model: 'logistic',
    size: { height: 8, width: 8 },
    epochs: 2,
    batchSize: 4,
    engine: 'cpu',
    workers: 0,
  };
});
afterAll(() => scratch[Symbol.asyncDispose]());

test('the images of one folder train the model, those of the other one validate it', async () => {
  const log = eventLog();
  const { run, samples } = await train({ ...options, name: 'two' }, { onEvent: log.emit });
  expect(log.events.map(({ type }) => type)).not.toContain('folder-divided'); // that was stated
  expect(samples).toMatchObject({ training: 7, validation: 3, bad: 0 });
  const table = await readFile(join(run, 'split.csv'), 'utf8');
  const lines = table.trim().split('\n').slice(1);
  expect(lines.filter((line) => line.includes('validation'))).toEqual([
    expect.stringMatching(/^field\/autumn\/blue\/0\.png,blue,validation/),
    expect.stringMatching(/^field\/autumn\/red\/0\.png,red,validation/),
    expect.stringMatching(/^field\/autumn\/red\/1\.png,red,validation/),
  ]);
  expect(lines.filter((line) => line.startsWith('spring/'))).toHaveLength(7);
});

test('the run is reported, resumed and evaluated with the same folders', async () => {
  const run = at('runs', 'two');
  const log = eventLog();
  await report({ run }, { onEvent: log.emit });
  expect(log.events).toEqual([]); // no pictures are missing
  const { epochs, samples } = await resume({ run, epochs: 3, workers: 0 });
  expect({ epochs, samples }).toMatchObject({ epochs: 3, samples: { training: 7, validation: 3 } });
  const found = await evaluate({ run, folder: at('field', 'autumn'), workers: 0 });
  expect(found.evaluation.samples).toBe(3);
  expect((await readRun(run)).resolved.data).toMatchObject({
    folder: scratch.path,
    parts: { training: 'spring', validation: 'field/autumn' },
  });
});

test('a class that only the validation images have is an error that names it', async () => {
  await mkdir(at('field', 'autumn', 'green'));
  await rename(at('other', 'green', '0.png'), at('field', 'autumn', 'green', '0.png'));
  await expect(train(options)).rejects.toThrow(
    /spring and .*autumn have different classes: "green"/,
  );
  await rm(at('field', 'autumn', 'green'), { recursive: true });
});

test('a class without validation images is a warning', async () => {
  await rename(at('field', 'autumn', 'red'), at('red'));
  const log = eventLog();
  const { samples } = await train({ ...options, name: 'one' }, { onEvent: log.emit });
  expect(samples).toMatchObject({ training: 7, validation: 1 });
  expect(log.events).toContainEqual({
    type: 'class-not-in-part',
    className: 'red',
    part: 'field/autumn',
  });
  expect(await readdir(at('runs'))).toContain('one');
});
