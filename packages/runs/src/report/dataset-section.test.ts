import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFinishedRun } from '../../test/finished-run.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { readRun, type ReadRun } from '../run/read-run.ts';
import { datasetSection } from './dataset-section.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let read: ReadRun;

beforeAll(async () => {
  folder = await temporaryFolder();
  read = await readRun(await writeFinishedRun(folder.path, { photos: '/photos' }));
});

afterAll(() => folder[Symbol.asyncDispose]());

/** How the images of a run with these settings were split, in words. */
function splitWith(data: Partial<ReadRun['resolved']['data']>): string {
  const { resolved } = read;
  const train = { ...resolved.train, seed: 5 };
  const own = { ...resolved, train, data: { ...resolved.data, ...data } };
  return datasetSection({ ...read, resolved: own }, []).split;
}

test('the images of each class and subset are counted, in the order of the class map', () => {
  expect(datasetSection(read, [])).toMatchObject({
    folder: '/photos',
    classes: [
      { name: 'blue', training: 1, validation: 1 },
      { name: 'red', training: 2, validation: 1 },
    ],
  });
});

test('images that are there more than once are counted in their classes', () => {
  const group = { kind: 'near', classes: ['red'], acrossSplit: false } as const;
  const ids = read.split.flatMap(({ path, className }) => (className === 'red' ? path : []));
  const duplicates = [{ ...group, ids: ids.slice(0, 2) }];
  const health = { duplicates } as unknown as ReadRun['health']; // the part that is used
  expect(datasetSection({ ...read, health }, []).classes).toMatchObject([
    { name: 'blue', duplicates: 0 },
    { name: 'red', duplicates: 2 },
  ]);
});

test('a class without images in the split has counts of zero', () => {
  const record = { ...read.record, classes: ['blue', 'grey'] };
  expect(datasetSection({ ...read, record }, []).classes).toEqual([
    { name: 'blue', training: 1, validation: 1, duplicates: 0 },
    { name: 'grey', training: 0, validation: 0, duplicates: 0 },
  ]);
});

test.each([
  [
    { validation: { perClass: 12 } },
    '12 images of each class for validation, chosen at random (seed 5)',
  ],
  [
    { validation: { fraction: 0.2 } },
    '20 % of each class for validation, chosen at random (seed 5)',
  ],
  [
    { validation: { fraction: 0.07 } },
    '7 % of each class for validation, chosen at random (seed 5)',
  ],
  [
    { validation: { perClass: 3 }, validationBy: 'hash' },
    '3 images of each class for validation, those whose hash of class/file is smallest',
  ],
  [
    { validation: { fraction: 0.125 }, groupBy: 'plant-(.)' },
    '12.5 % of each class for validation, chosen at random (seed 5), files that share plant-(.) kept together',
  ],
] as const)('%j in words', (data, words) => {
  expect(splitWith(data)).toBe(words);
});

test('examples are shown if there are some', () => {
  const examples = [{ image: Uint8Array.of(1), caption: 'blue' }];
  expect(datasetSection(read, examples).examples).toBe(examples);
  expect(datasetSection(read, [])).not.toHaveProperty('examples');
});
