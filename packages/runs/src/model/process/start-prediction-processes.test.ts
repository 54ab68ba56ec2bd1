import { detectEngines } from '@sprout/train';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveColourModel } from '../../../test/colour-model.ts';
import { BLUE, RED, writePhotos } from '../../../test/photos.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { startPredictionProcesses } from './start-prediction-processes.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let run: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  run = join(folder.path, 'run');
  await saveColourModel(join(run, 'model'));
});

afterAll(() => folder[Symbol.asyncDispose]());

/** An entry of a process, in plain JavaScript. */
async function entry(code: string): Promise<string> {
  const file = join(folder.path, 'entry.mjs');
  await writeFile(file, code);
  return file;
}

const options = () => ({ run, threads: 1, pixelLimit: undefined });

/** A process that answers with its id, and with the number of files. */
const ECHO = `process.on('message', ({ id, path, argumentList: [argument] }) => {
  const found = [{ sample: { path: String(process.pid) }, count: argument.value.length }];
  process.send({ id, type: 'RAW', value: path[0] === 'open' ? {} : { value: found } });
});`;

test('a process predicts files, and names a bad one', async ({ skip }) => {
  const engines = await detectEngines();
  const found = engines.some(({ name, available }) => name === 'onnx' && available);
  skip(!found, 'needs onnxruntime-node');
  const photos = await writePhotos(join(folder.path, 'photos'), { mixed: [BLUE, RED] });
  const paths = [0, 1, 2].map((number) => join(photos, 'mixed', `${number}.png`));
  await using processes = await startPredictionProcesses(1, options());
  const outcomes = await processes.predict(paths.map((path) => ({ id: path, label: 0, path })));
  expect(
    outcomes.map((outcome) => 'probabilities' in outcome && outcome.probabilities[0]! > 0.5),
  ).toEqual([true, false, false]);
  expect(outcomes[2]).toMatchObject({
    sample: { path: paths[2] },
    error: { code: 'image-unreadable' },
  });
});

test('the next chunk goes to the process with the fewest', async () => {
  await using processes = await startPredictionProcesses(2, options(), await entry(ECHO));
  const chunk = [{ id: 'a', label: 0, path: 'a' }];
  const both = await Promise.all([processes.predict(chunk), processes.predict(chunk)]);
  expect(new Set(both.map(([outcome]) => outcome!.sample.path)).size).toBe(2);
  expect(await processes.predict(chunk)).toEqual(both[0]);
});

test('the error of a process keeps its code', async () => {
  const error = { code: 'file-missing', context: { file: 'model.json' }, message: 'none' };
  const refusing = `process.on('message', ({ id }) =>
    process.send({ id, type: 'RAW', value: { error: ${JSON.stringify(error)} } }));`;
  const starting = startPredictionProcesses(1, options(), await entry(refusing));
  await expect(starting).rejects.toMatchObject({ code: 'file-missing' });
});

test('a process that ends is an error', async () => {
  const ending = await entry('process.once("message", () => process.exit(3));');
  await expect(startPredictionProcesses(2, options(), ending)).rejects.toMatchObject({
    code: 'worker-lost',
    message: expect.stringContaining('ended with code 3') as string,
  });
});

test('a process that is ended by a signal is an error', async () => {
  const killed = await entry(
    'process.once("message", () => process.kill(process.pid, "SIGKILL"));',
  );
  await expect(startPredictionProcesses(1, options(), killed)).rejects.toThrow('ended by SIGKILL');
});
