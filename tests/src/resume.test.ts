import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { access, cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changedFiles, rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { sproutProcess } from './support/sprout-process.ts';
import { sprout, sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const TIMING = new Set(['imagesPerSecond', 'dataWait', 'seconds']);
/** Each worker is a thread that loads the program's modules, which takes longer than these trainings. */
const ALONE = ['--workers', '0'];
const SETTINGS = [
  '--size',
  '32x32',
  '--epochs',
  '4',
  '--batch-size',
  '4',
  '--validation',
  '2',
  '--set',
  'train.checkpointSeconds=0',
];

/** A small network has small checkpoints. A training with `checkpointSeconds=0` writes one after each step. */
const SMALL = ['--set', 'model.filters=[8, 16, 32]'];

/** The results of a run that must not depend on interruptions. */
async function outcome(run: string): Promise<{ metrics: string[][]; weights: string }> {
  const [header = [], ...rows] = (await readFile(join(run, 'metrics.csv'), 'utf8'))
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const kept = header.flatMap((name, at) => (TIMING.has(name) ? [] : [at]));
  const weights = createHash('sha256')
    .update(await readFile(join(run, 'model', 'weights.bin')))
    .digest('hex');
  return { metrics: rows.map((cells) => kept.map((at) => cells[at]!)), weights };
}

test(
  'a run that is killed at random moments and resumed has bit for bit the results of an uninterrupted run',
  { timeout: 300_000 },
  async () => {
    await using folder = await temporaryFolder();
    const seedlings = join(folder.path, 'seedlings');
    const runs = join(folder.path, 'runs');
    await sproutJson(['sample', seedlings, '--classes', '2', '--images', '12', '--size', '32']);
    const mix = 'train.mix={mixUp: {}, cutMix: {}, probability: 0.8}';
    const options = [
      ...SETTINGS,
      ...SMALL,
      '--epochs',
      '7',
      '--set',
      mix,
      '--runs',
      runs,
      '--name',
    ];
    const command = ['train', seedlings, ...options];
    await sproutJson([...command, 'whole']);

    const rng = rngAt(0, ['kill']);
    const kill = (): Kill => ({ checkpoints: 1 + rng.integer(3), delay: rng.uniform(0, 60) });
    let starts = 1;
    let resumed = 0;
    let name = 'broken-1';
    let ended = await killedAfter(kill(), join(runs, name), [...command, name]);
    while (ended.code === null) {
      const checkpoint = join(runs, name, CHECKPOINT);
      const canResume = await pathExists(checkpoint);
      if (canResume) resumed++;
      else name = `broken-${++starts}`; // killed before its first checkpoint
      const run = join(runs, name);
      expect(await changedFiles(run)).toEqual([]);
      const again = canResume ? ['train', '--resume', run] : [...command, name];
      ended = resumed < KILLS ? await killedAfter(kill(), run, again) : await sproutProcess(again);
    }
    expect(ended).toMatchObject({ code: 0 });
    expect(resumed).toBe(KILLS);
    expect(await outcome(join(runs, name))).toEqual(await outcome(join(runs, 'whole')));
  },
);

test(
  'a run that is killed while it goes on to more epochs has bit for bit the results of one that is not',
  { timeout: 300_000 },
  async () => {
    await using folder = await temporaryFolder();
    const seedlings = join(folder.path, 'seedlings');
    const runs = join(folder.path, 'runs');
    const [whole, broken] = [join(runs, 'whole'), join(runs, 'broken')];
    await sproutJson(['sample', seedlings, '--classes', '2', '--images', '12', '--size', '32']);
    const cosine = ['--set', 'train.schedule={name: cosine}'];
    const options = [...SETTINGS, ...SMALL, ...cosine, ...ALONE, '--epochs', '2', '--runs', runs];
    await sproutJson(['train', seedlings, ...options, '--name', 'whole']);
    await cp(whole, broken, { recursive: true });
    await sproutJson(['train', '--resume', whole, '--epochs', '8']);

    const rng = rngAt(0, ['kill', 'more epochs']);
    const kill = (): Kill => ({ checkpoints: 1 + rng.integer(3), delay: rng.uniform(0, 60) });
    let extend = ['--epochs', '8'];
    for (let kills = 0; kills < 2; kills++) {
      const ended = await killedAfter(kill(), broken, [
        'train',
        '--resume',
        broken,
        ...ALONE,
        ...extend,
      ]);
      expect(ended.code).toBeNull();
      expect(await changedFiles(broken)).toEqual([]);
      extend = [];
    }
    await sproutJson(['train', '--resume', broken, ...ALONE], sproutProcess);
    expect((await outcome(broken)).metrics).toHaveLength(8);
    expect(await outcome(broken)).toEqual(await outcome(whole));
  },
);

test('ctrl-C saves, prints how to resume and exits with 130', { timeout: 120_000 }, async () => {
  await using folder = await temporaryFolder();
  const seedlings = join(folder.path, 'seedlings');
  const runs = join(folder.path, 'runs');
  await sproutJson(['sample', seedlings, '--classes', '2', '--images', '12', '--size', '32']);
  const command = [
    'train',
    seedlings,
    ...SETTINGS,
    ...SMALL,
    ...ALONE,
    '--epochs',
    '500',
    '--runs',
    runs,
    '--name',
    'stopped',
  ];
  const ended = await sproutProcess(command, {
    onStart: (child) => {
      child.stderr?.on('data', (text: string) => {
        if (/epoch +2\/500/.test(text)) child.kill('SIGINT');
      });
    },
  });
  expect(ended.code).toBe(130);
  expect(ended.stderr).toContain(`sprout train --resume ${join(runs, 'stopped')}`);
  const record = JSON.parse(await readFile(join(runs, 'stopped', 'run.json'), 'utf8')) as {
    state: string;
  };
  expect(record.state).toBe('interrupted');
});

test('a resumed run keeps its command, and other settings are refused', async () => {
  await using folder = await temporaryFolder();
  const seedlings = join(folder.path, 'seedlings');
  const run = join(folder.path, 'runs', 'done');
  await sproutJson(['sample', seedlings, '--classes', '2', '--images', '6', '--size', '32']);
  const names = ['--runs', join(folder.path, 'runs'), '--name', 'done'];
  await sproutJson(['train', seedlings, ...SETTINGS, '--model', 'logistic', ...names]);
  const commandOf = async (): Promise<unknown> => {
    const record = JSON.parse(await readFile(join(run, 'run.json'), 'utf8')) as {
      command: unknown;
    };
    return record.command;
  };
  const command = await commandOf();
  for (const [option, ...value] of [
    ['--batch-size', '99'],
    ['--no-augment'],
    ['--set', 'train.seed=1'],
  ]) {
    const { code, stderr } = await sprout(['train', '--resume', run, option!, ...value]);
    expect(stderr).toContain(`${option} must be left out with --resume`);
    expect(code).toBe(2);
  }
  await sproutJson(['train', '--resume', run, '--workers', '1']);
  expect(await commandOf()).toEqual(command);
}, 240_000);

test('closing the stream of the notes does not stop the training', async () => {
  await using folder = await temporaryFolder();
  const seedlings = join(folder.path, 'seedlings');
  await sproutJson(['sample', seedlings, '--classes', '2', '--images', '12', '--size', '32']);
  const command = ['train', seedlings, ...SETTINGS, ...SMALL, '--runs', join(folder.path, 'runs')];
  const { code, stdout } = await sproutProcess(command, {
    onStart: ({ stderr }) => stderr?.once('data', () => stderr.destroy()),
  });
  expect(code).toBe(0);
  expect(stdout).toContain('validation images right');
}, 60_000);

/** The kills of a run that has a checkpoint. */
const KILLS = 4;

const CHECKPOINT = join('checkpoints', 'last', 'checkpoint.safetensors');

interface Kill {
  /** The number of new checkpoints to wait for. */
  readonly checkpoints: number;
  /** The time to wait after them, in milliseconds. */
  readonly delay: number;
}

function killedAfter({ checkpoints, delay }: Kill, run: string, args: readonly string[]) {
  return sproutProcess(args, {
    onStart: (child) => {
      const timeOf = (): number =>
        statSync(join(run, CHECKPOINT), { throwIfNoEntry: false })?.mtimeMs ?? 0;
      let last = timeOf();
      let written = 0;
      const timer = setInterval(() => {
        if (timeOf() === last) return;
        last = timeOf();
        if (++written === checkpoints) setTimeout(() => child.kill('SIGKILL'), delay);
      }, 1);
      child.on('exit', () => clearInterval(timer));
    },
  });
}

function pathExists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
