import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadModel, saveModel } from '@sprout/train';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sproutBin } from './support/sprout-process.ts';
import { sprout, sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let images: string;
let whole: string;
const inside = (...parts: string[]): string => join(folder.path, ...parts);

beforeAll(async () => {
  folder = await temporaryFolder();
  images = inside('images');
  whole = inside('runs', 'whole');
  await sproutJson(['sample', images, '--classes', '2', '--images', '8', '--size', '32']);
  const options = ['--model', 'logistic', '--epochs', '2', '--size', '16', '--name', 'whole'];
  await sproutJson(['train', images, ...options, '--runs', inside('runs')]);
}, 240_000);

afterAll(() => folder[Symbol.asyncDispose]());

/** A copy of the finished run. */
async function copyOf(name: string): Promise<string> {
  const copy = inside('runs', name);
  await cp(whole, copy, { recursive: true });
  return copy;
}

describe('a report of a run whose file is damaged', () => {
  test.each([
    ['evaluation.json', 'null'],
    ['predictions.csv', 'path,label,predicted,probability,loss\na,b,c,likely,1\n'],
    ['run.json', '{}'],
  ])('%s: %j', async (file, content) => {
    const run = await copyOf('damaged');
    const before = await readFile(join(run, 'report.html'), 'utf8');
    await writeFile(join(run, file), content);
    const ended = await sprout(['report', run]);
    expect(ended).toMatchObject({ code: 65, stderr: expect.stringContaining(join(run, file)) });
    expect(await readFile(join(run, 'report.html'), 'utf8')).toBe(before);
    await rm(run, { recursive: true });
  });
});

describe('a run whose file was edited', () => {
  const edited = async (file: string): Promise<string> => {
    const run = await copyOf(`edited-${file}`);
    const text = await readFile(join(run, file), 'utf8');
    const digit = text.search(/\d\D*$/);
    const other = (Number(text[digit]) + 1) % 10;
    await writeFile(join(run, file), text.slice(0, digit) + other + text.slice(digit + 1));
    return run;
  };

  test.each(['run.json', 'evaluation.json', 'metrics.csv', 'split.csv'])(
    'is reported with a warning, and resumed only if %s is not read',
    async (file) => {
      const run = await edited(file);
      const said = `${join(run, file)} was changed since it was written`;
      const reported = await sprout(['report', run]);
      expect(reported).toMatchObject({ code: 0, stderr: expect.stringContaining(said) });
      expect(await readFile(join(run, 'report.html'), 'utf8')).toContain(said);
      const resumed = await sprout(['train', '--resume', run]);
      const isRefused = file === 'run.json' || file === 'split.csv';
      expect(resumed).toMatchObject({
        code: isRefused ? 65 : 0,
        stderr: expect.stringContaining(`${file} was changed since it was written`),
      });
    },
    240_000,
  );
});

describe('a run cannot be resumed', () => {
  test.each(['last', 'best'])('without its %s checkpoint', async (which) => {
    const run = await copyOf(`no-${which}`);
    await rm(join(run, 'checkpoints', which), { recursive: true });
    const model = join(run, 'model', 'weights.bin');
    const before = await readFile(model);
    const ended = await sprout(['train', '--resume', run]);
    expect(ended).toMatchObject({ code: 65, stderr: expect.stringContaining('is gone') });
    expect(await readFile(model)).toEqual(before);
  });

  test('if its lock is an unknown file or a folder', async () => {
    const run = await copyOf('locked');
    await writeFile(join(run, 'lock'), 'mine\n');
    const ended = await sprout(['train', '--resume', run]);
    expect(ended).toMatchObject({
      code: 75,
      stderr: expect.stringContaining('an unknown process'),
    });
    await rm(join(run, 'lock'));
    await mkdir(join(run, 'lock'));
    expect((await sprout(['train', '--resume', run])).code).toBe(74);
  });
});

test('a model whose predictions are not finite is an error in predict and evaluate', async () => {
  const { definition, card } = await loadModel(join(whole, 'model'));
  const weights = definition.weights.map((weight) => ({
    ...weight,
    data: weight.data.map(() => 3e38),
  }));
  const model = inside('overflowing');
  await saveModel(model, { ...definition, weights }, card);
  for (const command of ['predict', 'evaluate']) {
    const ended = await sprout([command, model, images]);
    expect(ended, command).toMatchObject({
      code: 65,
      stderr: expect.stringContaining('are not finite'),
    });
  }
});

test('a model whose recipe does not match its hash is refused', async () => {
  const { definition, card } = await loadModel(join(whole, 'model'));
  const model = inside('other-recipe');
  const recipe = [...card.recipe, { op: 'median', size: 3 }];
  await saveModel(model, definition, { ...card, recipe });
  const ended = await sprout(['predict', model, images]);
  expect(ended).toMatchObject({
    code: 65,
    stderr: expect.stringContaining('does not match its recipe hash'),
  });
});

test('a training works if prepared images cannot be cached', async () => {
  const runs = inside('uncached');
  await mkdir(runs);
  await writeFile(join(runs, '.cache'), 'a file');
  const options = ['--model', 'logistic', '--epochs', '1', '--size', '16', '--runs', runs];
  const ended = await sprout(['train', images, ...options]);
  expect(ended).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('prepared images cannot be kept on disk'),
  });
});

test.skipIf(!existsSync('/dev/full'))(
  'notes that cannot be written do not end the training',
  async () => {
    const run = inside('notes');
    const options = ['--model', 'logistic', '--epochs', '1', '--size', '16', '--runs', run];
    const script = 'exec "$0" "$@" 2>/dev/full';
    const command = [process.execPath, sproutBin, 'train', images, ...options, '--json'];
    const { stdout } = await promisify(execFile)('sh', ['-c', script, ...command]);
    expect(JSON.parse(stdout)).toMatchObject({ epochs: 1 });
  },
);
