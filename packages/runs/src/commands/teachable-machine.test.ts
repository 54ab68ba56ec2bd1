import { scanFolder } from '@sprout/core';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeZip } from '../../../../tools/make-zip.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { smallTraining } from '../../test/small-training.ts';
import { evaluate, inspect, predict, split, train, undoSplit } from '../index.ts';

let scratch: Awaited<ReturnType<typeof temporaryFolder>>;
let options: Awaited<ReturnType<typeof smallTraining>>;
/** The same images as class folders, and as a project of Teachable Machine. */
let folders: string;
let project: string;

beforeAll(async () => {
  scratch = await temporaryFolder();
  vi.stubEnv('SPROUT_CACHE', join(scratch.path, 'cache'));
  options = await smallTraining(scratch.path);
  const manifest = Buffer.from('{"type":"image","version":"2.4.7","appdata":{}}');
  const entries = [{ name: 'manifest.json', bytes: manifest }];
  const { samples, classes } = await scanFolder(options.folder);
  folders = join(scratch.path, 'folders');
  for (const [number, { path, label }] of [...samples].entries()) {
    const bytes = await readFile(path);
    const folder = join(folders, classes[label]!);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${number}.png`), bytes);
    entries.push({ name: `${classes[label]}-!-${number}.png`, bytes });
  }
  project = join(scratch.path, 'garden.tm');
  await writeFile(project, makeZip(entries.map((entry) => ({ ...entry, deflated: true }))));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await scratch[Symbol.asyncDispose]();
});

test('a training on a project is that on its images as folders', async () => {
  const onProject = await train({ ...options, folder: project, name: 'project' });
  const { images, classes } = await inspect({ folder: project, workers: 0 });
  expect([images, classes.map((one) => one.images)]).toEqual([16, [8, 8]]);
  const out = join(scratch.path, 'copied');
  await split({ folder: project, validation: 2, mode: 'copy', out });
  const copied = await inspect({ folder: out, workers: 0 });
  expect(copied.classes.map(({ name }) => name)).toEqual(classes.map(({ name }) => name));
  const onFolders = await train({ ...options, folder: folders, name: 'folders' });
  const metrics = async (run: string) => {
    const rows = (await readFile(join(run, 'metrics.csv'), 'utf8')).split('\n').slice(1, -1);
    return rows.map((row) => row.split(',').slice(0, 6));
  };
  expect(await metrics(onProject.run)).toEqual(await metrics(onFolders.run));
  await expect(split({ folder: project, validation: 2, mode: 'move' })).rejects.toThrow(
    `mode must be manifest or copy for the images in ${project}; received move`,
  );
  await undoSplit({ folder: project, out });
  expect(await readdir(scratch.path)).not.toContain('copied');
  const { evaluation } = await evaluate({
    run: onProject.run,
    folder: project,
    engine: 'cpu',
    workers: 0,
  });
  expect(evaluation.samples).toBe(16);
  const paths: string[] = [];
  const sortInto = join(scratch.path, 'sorted');
  const own = { run: onProject.run, paths: project, engine: 'cpu', workers: 0, sortInto } as const;
  for await (const { path } of predict(own)) paths.push(path);
  expect(paths).toHaveLength(16);
  expect(paths[0]).toBe(join(project, classes[0]!.name, '0.png'));
  const files = await readdir(sortInto, { recursive: true });
  expect(files.filter((name) => name.endsWith('.png'))).toHaveLength(16);
  await expect(predict({ ...own, link: true }).next()).rejects.toThrow('link must be left out');
});
