import { parseCsv } from '@sprout/core';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedData } from '../../tools/shared-data.ts';
import { guideCode } from './support/guide-code.ts';
import { runProgram } from './support/run-program.ts';
import { runShell } from './support/run-shell.ts';
import { sprout } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const TIME = { timeout: 240_000 };
const lite0 = sharedData('models/efficientnet-lite0/efficientnet-lite0-57934424.pth');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let commands: string[];

beforeAll(async () => {
  folder = await temporaryFolder();
  commands = await guideCode('exercises.md', 'sh');
});
afterAll(() => folder[Symbol.asyncDispose]());

const run = (number: number): Promise<string> => runShell(commands[number]!, folder.path);

interface EvaluationFile {
  readonly accuracy: number;
  readonly f2?: number;
  readonly f2AtHalf?: number;
}

async function evaluationOf(name: string): Promise<EvaluationFile> {
  const file = join(folder.path, 'runs', name, 'evaluation.json');
  return JSON.parse(await readFile(file, 'utf8')) as EvaluationFile;
}

test('groups: a split of images looks far better than a split of drivers', TIME, async () => {
  await run(0);
  const [mixed, apart] = [await evaluationOf('mixed'), await evaluationOf('apart')];
  expect(mixed.accuracy).toBeGreaterThan(0.85);
  expect(apart.accuracy).toBeLessThan(mixed.accuracy - 0.25);
  const groups = await groupsOf('apart');
  expect(groups.training.filter((group) => groups.validation.includes(group))).toEqual([]);
  const both = await groupsOf('mixed');
  expect(both.training).toEqual(both.validation);
});

/** The drivers on each side of the split of a run. */
async function groupsOf(name: string): Promise<{ training: string[]; validation: string[] }> {
  const file = join(folder.path, 'runs', name, 'split.csv');
  const rows = parseCsv(await readFile(file, 'utf8')).slice(1);
  const side = (wanted: string): string[] => {
    const drivers = rows.flatMap(([path = '', , subset]) =>
      subset === wanted ? [/driver-\d/.exec(path)![0]] : [],
    );
    return [...new Set(drivers)].toSorted();
  };
  return { training: side('training'), validation: side('validation') };
}

test('groups: the manifest shows each driver on one side', TIME, async () => {
  const lines = (await run(1))
    .trim()
    .split('\n')
    .filter((line) => line.includes(',driver-'));
  expect(lines).toHaveLength(6);
  expect(lines.filter((line) => line.startsWith('validation,'))).toHaveLength(1);
});

test('tags: F2 on new images is that of a model which has learned', TIME, async () => {
  const printed = await run(2);
  const { f2 = 0, f2AtHalf = 1 } = await evaluationOf('tags');
  expect(f2).toBeGreaterThanOrEqual(f2AtHalf);
  const honest = Number(/F2 (0\.\d+) on 56 images/.exec(printed)![1]);
  expect(honest).toBeGreaterThan(0.75);
  expect(printed).toMatch(/threshold\s+support\nagriculture/);
  expect(printed).toContain(
    'path,predicted,probability,agriculture,clear,cloudy,haze,partly_cloudy,primary,road\n',
  );
});

test('pop: the layers below the last one tell other classes apart', TIME, async () => {
  await run(3);
  const [program = ''] = await guideCode('exercises.md', 'ts');
  const accuracies = (await runProgram(program, folder.path)).trim().split('\n').map(Number);
  expect(accuracies).toHaveLength(10);
  expect(Math.max(...accuracies)).toBeGreaterThan(0.5); // three classes
  const [popped, other] = [join(folder.path, 'popped'), join(folder.path, 'other')];
  const { code, stdout } = await sprout(['predict', popped, other]);
  expect(code).toBe(0);
  expect(stdout.trim().split('\n')).toHaveLength(1 + 36);
});

test.skipIf(lite0 === undefined)(
  'maize: the run keeps the network and the number of the class (needs ../shared/data)',
  TIME,
  async () => {
    await symlink(lite0!, join(folder.path, 'efficientnet-lite0.pth')); // skipped where it is missing
    expect(await run(4)).toMatch(/classes \(Dense\) +3 /);
    const card = await readFile(join(folder.path, 'runs/maize/model/sprout.json'), 'utf8');
    expect((JSON.parse(card) as { classes: string[] }).classes).toContain('Maize');
  },
);
