import { lock } from '@sprout/core';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deadTemporary } from '../../test/dead-temporary.ts';
import { writeFinishedRun } from '../../test/finished-run.ts';
import { flipDigit } from '../../test/flip-digit.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { report, type RunEvent } from '../index.ts';
import { pathExists } from '../run/path-exists.ts';
import type { RunFolder } from '../run/run-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let photos: string;
let run: RunFolder;

beforeEach(async () => {
  folder = await temporaryFolder();
  photos = await writePhotos(join(folder.path, 'photos'), { blue: [BLUE], red: [RED] });
  run = await writeFinishedRun(folder.path, { photos });
});

afterEach(() => folder[Symbol.asyncDispose]());

const picturesIn = (html: string): number =>
  html.split(/data:image\/(?:png|webp);base64,/).length - 1;

/** The report of the run, and the events. */
async function written(): Promise<{ html: string; events: RunEvent[] }> {
  const events: RunEvent[] = [];
  const onEvent = (event: RunEvent): void => void events.push(event);
  expect(await report({ run: run.folder }, { onEvent })).toEqual({ report: run.report });
  return { html: await readFile(run.report, 'utf8'), events };
}

test('the report has pictures of the images of the run', async () => {
  const { html, events } = await written();
  expect(picturesIn(html)).toBe(2 + 2 + 1); // examples, top losses, and one that was confused
  expect(events).toEqual([]);
});

test('if the images are gone, the report has no pictures, and an event has the reason', async () => {
  await rm(photos, { recursive: true });
  const { html, events } = await written();
  expect(picturesIn(html)).toBe(0);
  expect(events).toEqual([{ type: 'pictures-missing', reason: `There is no folder ${photos}` }]);
});

test('if the folder has other classes than the run, the report has no pictures', async () => {
  await writePhotos(photos, { green: [BLUE] });
  const { html, events } = await written();
  expect(picturesIn(html)).toBe(0);
  expect(events).toEqual([
    { type: 'pictures-missing', reason: expect.stringContaining('"green"') as string },
  ]);
});

test('a run that a process is training is in use, and none of its files is reported as changed', async () => {
  await rm(run.evaluation);
  await flipDigit(run.metrics);
  await using _held = await lock(run.lock, run.folder);
  const events: RunEvent[] = [];
  const onEvent = (event: RunEvent): void => void events.push(event);
  await expect(report({ run: run.folder }, { onEvent })).rejects.toMatchObject({
    code: 'run-locked',
    message: expect.stringMatching(/; wait until its training is finished$/) as string,
  });
  expect(events).toEqual([]);
});

test('an unfinished run and a folder without a run are errors', async () => {
  await rm(run.evaluation);
  await expect(report({ run: run.folder })).rejects.toMatchObject({
    code: 'run-incompatible',
    context: { run: run.folder, reason: 'it is not finished' },
  });
  await expect(report({ run: photos })).rejects.toMatchObject({
    code: 'file-missing',
    context: { file: join(photos, 'run.json') },
  });
});

test('a file that was changed since it was written is named in the report and by an event', async () => {
  await flipDigit(run.metrics);
  const { html, events } = await written();
  expect(events).toEqual([{ type: 'file-changed', file: run.metrics, rewritten: false }]);
  expect(html).toContain(`${run.metrics} was changed since it was written`);
});

test('removes what a report that was killed has left', async () => {
  const dead = await deadTemporary();
  const leftovers = [join(run.folder, dead), join(run.plots, dead)];
  await mkdir(run.plots, { recursive: true });
  for (const path of leftovers) await writeFile(path, '<html>');
  await written();
  for (const path of leftovers) expect(await pathExists(path)).toBe(false);
});
