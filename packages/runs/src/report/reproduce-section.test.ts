import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFinishedRun } from '../../test/finished-run.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { readRun, type ReadRun } from '../run/read-run.ts';
import { runFolder } from '../run/run-folder.ts';
import { reproduceSection, useSection } from './reproduce-section.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let read: ReadRun;

beforeAll(async () => {
  folder = await temporaryFolder();
  read = await readRun(await writeFinishedRun(folder.path, { photos: '/photos' }));
});

afterAll(() => folder[Symbol.asyncDispose]());

test('each run has its command, quoted for a shell', () => {
  const record = { ...read.record, command: ['train', 'photos', '--set', "title=it's"] };
  const { commands } = reproduceSection([read, { ...read, record }]);
  expect(commands).toEqual([
    { line: "sprout train 'my photos' --model logistic" },
    { line: String.raw`sprout train photos --set 'title=it'\''s'` },
  ]);
});

test('a run whose number of epochs was changed has the commands that changed it', () => {
  const extended = [
    { after: 2, from: 2, to: 4 },
    { after: 3, from: 4, to: 9 },
  ];
  const own = { ...read, run: runFolder('my runs/a'), record: { ...read.record, extended } };
  expect(reproduceSection([own]).commands).toEqual([
    { line: "sprout train 'my photos' --model logistic" },
    {
      line: "sprout train --resume 'my runs/a' --epochs 4",
      purpose: 'go on after epoch 2, to 4 epochs',
    },
    {
      line: "sprout train --resume 'my runs/a' --epochs 9",
      purpose: 'go on after epoch 3, to 9 epochs',
    },
  ]);
});

test('seed, versions and hashes are those of the first run', () => {
  const record = { ...read.record, seed: 8, versions: {}, recipeHash: 'other' };
  const { seed, versions, hashes } = reproduceSection([read, { ...read, record }]);
  expect(seed).toBe(7);
  expect(versions).toEqual([
    { name: 'sprout', value: '1.2.3' },
    { name: 'node', value: '22.0.0' },
    { name: 'cpu', value: '4.0.0' },
  ]);
  expect(hashes).toEqual([
    { name: 'images', value: 'ab12' },
    { name: 'recipe', value: read.record.recipeHash },
  ]);
});

test('the commands that use the model have its folder, quoted', () => {
  const lines = useSection({ ...read, run: runFolder('my runs/a') }).map(({ line }) => line);
  expect(lines).toEqual([
    "sprout predict 'my runs/a' more-photos",
    "sprout evaluate 'my runs/a' more-photos",
    "sprout export 'my runs/a' web-model --format tfjs",
  ]);
});

test('the purpose of each command is given', () => {
  expect(useSection(read).filter(({ purpose = '' }) => purpose === '')).toEqual([]);
});
