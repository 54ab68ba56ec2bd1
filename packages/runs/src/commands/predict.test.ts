import { fromErrorData } from '@sprout/core';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveColourModel } from '../../test/colour-model.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import {
  type FailedFile,
  mostProbable,
  predict,
  type PredictedFile,
  type PredictOptions,
  type RunEvent,
} from '../index.ts';
import { openModel, type OpenedModel } from '../model/open-model.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let run: string;
let photos: string;
let model: OpenedModel; // keeps the thread of the engine running between the tests

beforeAll(async () => {
  folder = await temporaryFolder();
  run = join(folder.path, 'run');
  await saveColourModel(join(run, 'model'));
  photos = await writePhotos(join(folder.path, 'photos'), { mixed: [BLUE, RED, BLUE] });
  model = await openModel(run, { engine: 'cpu' });
});

afterAll(async () => {
  await model[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

/** All results, the events, and the error that was thrown after the results. */
async function predicted(
  paths: PredictOptions['paths'],
  { signal, ...options }: Partial<PredictOptions> & { readonly signal?: AbortSignal } = {},
) {
  const results: (PredictedFile | FailedFile)[] = [];
  const events: RunEvent[] = [];
  const onEvent = (event: RunEvent): void => void events.push(event);
  const own = { run, paths, engine: 'cpu', workers: 0, ...options } as const;
  let error: unknown;
  try {
    for await (const result of predict(own, { onEvent, signal })) results.push(result);
  } catch (thrown) {
    error = thrown;
  }
  return { results, events, error };
}

const photo = (number: number): string => join(photos, 'mixed', `${number}.png`);

test('each file has its class and the probabilities of all classes, in order', async () => {
  const { results, error } = await predicted([photo(1), photo(0)]);
  expect(error).toBeUndefined();
  const [red, blue] = results as PredictedFile[];
  expect(red).toMatchObject({ path: photo(1), predicted: 'red' });
  expect(blue).toMatchObject({ path: photo(0), predicted: 'blue' });
  expect(red!.classes.map(({ name }) => name)).toEqual(['blue', 'red']);
  expect(red!.probability).toBe(red!.classes[1]!.probability);
  expect(red!.classes[0]!.probability + red!.probability).toBeCloseTo(1, 5);
});

test('paths are one path, a list or an async stream of files and folders', async () => {
  const stream = async function* () {
    yield photos;
  };
  const all = [photo(0), photo(1), photo(2)];
  for (const paths of [photos, [photos], all, new Set(all), stream()])
    expect((await predicted(paths)).results.map(({ path }) => path)).toEqual(all);
});

test('the results do not depend on the batch size', async () => {
  const { results } = await predicted(photos);
  expect((await predicted(photos, { batchSize: 1 })).results).toEqual(results);
});

test('the progress counts the files', async () => {
  const { events } = await predicted(photos);
  const progress = [1, 2, 3].map((done) => ({
    type: 'task-progress',
    task: 'predict',
    done,
    total: 3,
  }));
  expect(events).toEqual([
    { type: 'task-start', task: 'predict', total: 3 },
    ...progress,
    { type: 'task-end', task: 'predict' },
  ]);
});

test('a bad image is a result in its place, and an error after the last result', async () => {
  const page = join(folder.path, 'page.png');
  await writeFile(page, '<html>');
  const { results, error } = await predicted([photo(0), page, photo(1)]);
  expect(results.map(({ path }) => path)).toEqual([photo(0), page, photo(1)]);
  const [, failed] = results as [PredictedFile, FailedFile];
  const { message } = fromErrorData(failed.error);
  expect(message).toContain('page.png is refused');
  expect(error).toMatchObject({
    code: 'images-bad',
    context: { count: 1, total: 3, first: message },
  });
  const skipping = await predicted([photo(0), page, photo(1)], { onBad: 'skip' });
  expect(skipping).toMatchObject({ results, error: undefined });
});

test('a path that does not exist is an event, and counts as a bad image', async () => {
  const gone = join(folder.path, 'gone.png');
  const { results, events, error } = await predicted([gone, photo(0)]);
  expect(results).toHaveLength(1);
  expect(events[0]).toEqual({ type: 'path-passed-over', path: gone, reason: 'it does not exist' });
  expect(error).toMatchObject({
    code: 'images-bad',
    context: { count: 1, total: 2, first: `${gone}: it does not exist` },
  });
});

test('if nothing else is given, a path that does not exist is the error, without an event', async () => {
  const gone = join(folder.path, 'gone.png');
  const { events, error } = await predicted(gone);
  expect(events).toEqual([]);
  expect(error).toMatchObject({ code: 'file-missing', message: `There is no file ${gone}` });
});

test('without paths there is no result, and an event', async () => {
  const { results, events, error } = await predicted([]);
  expect(results).toEqual([]);
  expect(error).toBeUndefined();
  expect(events.map(({ type }) => type)).toEqual(['no-images', 'task-start', 'task-end']);
});

test('a consumer that stops early ends the task', async () => {
  const events: RunEvent[] = [];
  const onEvent = (event: RunEvent): void => void events.push(event);
  const options = { run, paths: photos, engine: 'cpu', workers: 0, batchSize: 1 } as const;
  for await (const { path } of predict(options, { onEvent })) {
    expect(path).toBe(photo(0));
    break;
  }
  expect(events.at(-1)).toEqual({ type: 'task-end', task: 'predict' });
});

test('a signal that is aborted ends the prediction with the reason', async () => {
  const reason = new Error('enough');
  const { results, error } = await predicted(photos, { signal: AbortSignal.abort(reason) });
  expect(results).toEqual([]);
  expect(error).toBe(reason);
});

test('a run without a model is an error with the file that is missing', async () => {
  const { error } = await predicted(photos, { run: photos });
  expect(error).toMatchObject({
    code: 'file-missing',
    context: { file: join(photos, 'model', 'model.json') },
  });
});

test('an image whose class is less probable than the threshold is unknown', async () => {
  const { results } = await predicted([photo(0)], { threshold: 1 });
  expect(results).toMatchObject([{ path: photo(0), predicted: 'unknown', best: 'blue' }]);
  const { error } = await predicted([photo(0)], { threshold: 2 });
  expect(error).toMatchObject({ message: expect.stringContaining('a probability, from 0 to 1') });
});

test('images that are not probable enough are counted where they are sorted', async () => {
  const sortInto = join(folder.path, 'doubtful');
  const { events } = await predicted([photo(0), photo(1)], { sortInto, threshold: 1 });
  expect(events.at(-1)).toMatchObject({ type: 'images-sorted', images: 2, unknown: 2 });
});

test('a page shows the images by class, with their probabilities', async () => {
  const html = join(folder.path, 'predictions.html');
  const empty = join(folder.path, 'empty.png');
  await writeFile(empty, '');
  const paths = [photo(0), photo(1), photo(2), empty];
  const { results, error, events } = await predicted(paths, { html, onBad: 'skip' });
  expect(error).toBeUndefined();
  const page = await readFile(html, 'utf8');
  const titles = [...page.matchAll(/<h2><bdi>(.*?)<\/bdi>/g)].map(([, title]) => title);
  expect(titles).toEqual(['blue', 'red']);
  expect(page.match(/src="data:image\/webp/g)).toHaveLength(3);
  expect(page).toContain('href="./photos/mixed/1.png"');
  expect(page).toContain(`${((results[1] as PredictedFile).probability * 100).toFixed(1)}\u00a0%`);
  expect(page).toContain('1 file that could not be used');
  expect(events).toContainEqual({ type: 'task-start', task: 'picture', total: 3 });
  expect(events.at(-1)).toEqual({ type: 'page-written', file: html });
});

test('a file that is no page of predictions is not replaced, and no image is predicted', async () => {
  const html = join(folder.path, 'notes.html');
  await writeFile(html, '<p>notes</p>');
  const { results, error } = await predicted([photo(0)], { html });
  expect(results).toEqual([]);
  expect(error).toMatchObject({
    code: 'file-exists',
    context: { file: html, reason: 'it is not a page of predictions', option: 'html' },
  });
  expect(await readFile(html, 'utf8')).toBe('<p>notes</p>');
});

test('a page states the threshold and lists the most probable classes', async () => {
  const html = join(folder.path, 'ranked.html');
  const { results } = await predicted([photo(0)], { html, threshold: 1, top: 2 });
  const page = await readFile(html, 'utf8');
  expect(page).toContain('1 of them unknown, because no class has a probability of 1 or more');
  const { classes } = results[0] as PredictedFile;
  const shown = mostProbable(classes, 2).map((one) => [
    one.name,
    (100 * one.probability).toFixed(1),
  ]);
  const listed = page.matchAll(/<li>\s*<bdi>(.*?)<\/bdi> ([\d.]+)/g);
  expect([...listed].map(([, ...line]) => line)).toEqual(shown);
  const { error } = await predicted([photo(0)], { top: 0 });
  expect(error).toMatchObject({ message: expect.stringContaining('top must be') });
});

test('images are copied into the folders of their classes', async () => {
  const sortInto = join(folder.path, 'sorted');
  const { results, events } = await predicted([photo(0), photo(1)], { sortInto });
  const sorted = { type: 'images-sorted', folder: sortInto, images: 2, unknown: undefined };
  expect(events.at(-1)).toEqual(sorted);
  const paths = results.map((result) => 'sorted' in result && result.sorted);
  expect(paths).toEqual([join(sortInto, 'blue', '0.png'), join(sortInto, 'red', '1.png')]);
  expect(await readFile(join(sortInto, 'red', '1.png'))).toEqual(await readFile(photo(1)));
});
