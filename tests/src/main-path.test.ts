import { access, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sproutProcess } from './support/sprout-process.ts';
import { sprout, sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

interface Trained {
  readonly run: string;
  readonly validationAccuracy: number;
  readonly parameters: number;
  readonly samples: {
    readonly training: number;
    readonly validation: number;
    readonly bad: number;
  };
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let seedlings: string;
let trained: Trained;

beforeAll(async () => {
  folder = await temporaryFolder();
  seedlings = join(folder.path, 'seedlings');
  await sproutJson([
    'sample',
    seedlings,
    '--classes',
    '3',
    '--images',
    '12',
    '--size',
    '64',
    '--seed',
    '1',
  ]);
  trained = await train('first', sproutProcess);
}, 240_000);

afterAll(() => folder[Symbol.asyncDispose]());

function train(name: string, run = sprout): Promise<Trained> {
  const runs = join(folder.path, 'runs');
  const base = [
    'train',
    seedlings,
    '--size',
    '64x64',
    '--epochs',
    '3',
    '--batch-size',
    '8',
    '--validation',
    '3',
  ];
  return sproutJson([...base, '--runs', runs, '--name', name], run);
}

describe('sprout train', () => {
  test('prints the documented fields', () => {
    expect(trained).toEqual({
      run: join(folder.path, 'runs', 'first'),
      model: 'small-cnn',
      classes: 3,
      parameters: expect.any(Number) as number,
      epochs: 3,
      keptEpoch: expect.any(Number) as number,
      isBestKept: true,
      accuracy: expect.any(Number) as number,
      loss: expect.any(Number) as number,
      validationAccuracy: expect.any(Number) as number,
      validationLoss: expect.any(Number) as number,
      samples: { training: 27, validation: 9, bad: 0 },
      imagesPerSecond: expect.any(Number) as number,
      dataWait: expect.any(Number) as number,
      seconds: expect.any(Number) as number,
      engine: expect.stringMatching(/^(onnx|wasm|cpu|tensorflow)$/) as string,
    });
  });

  test.each([
    'run.json',
    'split.csv',
    'metrics.csv',
    'checkpoints/last',
    'checkpoints/best',
    'model/model.json',
    'model/weights.bin',
    'model/sprout.json',
    'evaluation.json',
    'predictions.csv',
    'plots/curves.svg',
    'plots/curves.png',
    'plots/confusion-matrix.svg',
    'plots/class-bars.png',
    'report.html',
  ])('writes %s', async (file) => {
    await expect(access(join(trained.run, file))).resolves.toBeUndefined();
  });

  test('writes plots and contact sheets, as SVG and PNG', async () => {
    const names = ['augmentation', 'class-bars', 'confusion-matrix', 'curves', 'top-losses'];
    const files = names.flatMap((name) => [`${name}.png`, `${name}.svg`]);
    expect((await readdir(join(trained.run, 'plots'))).toSorted()).toEqual(files);
  });

  test('writes one row of metrics for each epoch and one prediction for each validation image', async () => {
    const metrics = await readFile(join(trained.run, 'metrics.csv'), 'utf8');
    expect(metrics.trim().split(/\r?\n/)).toHaveLength(1 + 3);
    const predictions = await readFile(join(trained.run, 'predictions.csv'), 'utf8');
    expect(predictions.trim().split(/\r?\n/)).toHaveLength(1 + 9);
  });

  test('refuses the name of an existing run', async () => {
    await expect(train('first')).rejects.toThrow(
      /There is a run .*first already; choose another name/,
    );
  });

  test('suggests the right name for a mistyped model, option, key, op and command', async () => {
    const model = await sprout(['train', seedlings, '--model', 'smal-cnn']);
    expect(model).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('did you mean "small-cnn"') as string,
    });
    const option = await sprout(['train', seedlings, '--epoch', '3']);
    expect(option).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean --epochs') as string,
    });
    const key = await sprout(['train', seedlings, '--set', 'train.epoch=3']);
    expect(key).toMatchObject({
      code: 65,
      stderr: expect.stringContaining('did you mean "epochs"') as string,
    });
    const op = await sprout(['train', seedlings, '--set', 'recipe=[{op: resise}]']);
    expect(op.stderr).toContain('did you mean "resize"');
    const command = await sprout(['trian', seedlings]);
    expect(command).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean train') as string,
    });
  });

  test('prints a configuration that gives the same configuration', async () => {
    const printed = await sprout(['train', seedlings, '--epochs', '4', '--print-config']);
    const file = join(folder.path, 'config.yaml');
    await writeFile(file, printed.stdout);
    const again = await sprout(['train', '--config', file, '--print-config']);
    expect(again.stdout).toBe(printed.stdout);
    expect(printed.stdout).toContain('epochs: 4');
  });
});

test('with --print-config, other commands print their configuration and do nothing else', async () => {
  const out = join(folder.path, 'not-written');
  for (const command of [
    ['prepare', seedlings, out],
    ['augment', seedlings, out],
    ['preview', seedlings, '--out', out],
    ['evaluate', trained.run, seedlings],
    ['predict', trained.run, seedlings],
  ]) {
    const options = ['--set', 'train.seed=7', '--print-config'];
    const config = await sproutJson<{ train: unknown }>([...command, ...options]);
    expect(config.train, command[0]).toMatchObject({ seed: 7 });
  }
  expect(await readdir(folder.path)).not.toContain('not-written');
});

test('evaluate predicts every image of every class once', async () => {
  interface Evaluated {
    readonly samples: number;
    readonly confusion: number[][];
    readonly classes: { readonly support: number }[];
  }
  const all = await sproutJson<Evaluated>(['evaluate', trained.run, seedlings]);
  expect(all.samples).toBe(36);
  expect(all.classes.map(({ support }) => support)).toEqual([12, 12, 12]);
  expect(all.confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(36);
});

describe('sprout predict', () => {
  test('gives the probabilities in predictions.csv of the run', async () => {
    const rows = (await readFile(join(trained.run, 'predictions.csv'), 'utf8'))
      .trim()
      .split(/\r?\n/)
      .slice(1);
    const [path = '', , predicted, probability] = rows[0]!.split(',');
    const { stdout, code } = await sprout([
      'predict',
      trained.run,
      join(seedlings, path),
      '--json',
    ]);
    expect(code).toBe(0);
    const line = JSON.parse(stdout) as { path: string; predicted: string; probability: number };
    expect(line).toMatchObject({ path: join(seedlings, path), predicted });
    expect(line.probability).toBeCloseTo(Number(probability), 5);
  });

  test('accepts a list on standard input, and has a column for each class with --all', async () => {
    const { stdout } = await sproutProcess(['predict', trained.run, '-', '--all', '--quiet'], {
      input: `${seedlings}\n`,
    });
    const lines = stdout.trim().split(/\r?\n/);
    expect(lines).toHaveLength(1 + 36);
    expect(lines[0]!.split(',')).toHaveLength(3 + 3);
  });

  test('continues after a file that is not an image, and fails at the end', async () => {
    const page = join(folder.path, 'page.jpg');
    await writeFile(page, '<html>404</html>');
    const ended = await sproutProcess(['predict', trained.run, page, seedlings, '--quiet']);
    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain('page.jpg');
    expect(ended.stdout.trim().split(/\r?\n/)).toHaveLength(1 + 36);
    const skipped = await sprout([
      'predict',
      trained.run,
      page,
      seedlings,
      '--quiet',
      '--on-bad',
      'skip',
    ]);
    expect(skipped.code).toBe(0);
  });
});

test('export writes a layers model once, and refuses to overwrite another one', async () => {
  const out = join(folder.path, 'exported');
  await sproutJson(['export', trained.run, out, '--format', 'tfjs']);
  const manifest = JSON.parse(await readFile(join(out, 'model.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  expect(manifest['format']).toBe('layers-model');
  expect(await sprout(['export', trained.run, out])).toMatchObject({ code: 0 });
  await writeFile(join(out, 'model.json'), '{}');
  expect(await sprout(['export', trained.run, out])).toMatchObject({ code: 1 });
});

test('report writes the same report again', async () => {
  const before = await readFile(join(trained.run, 'report.html'), 'utf8');
  await sproutJson(['report', trained.run]);
  expect(await readFile(join(trained.run, 'report.html'), 'utf8')).toBe(before);
});

test('inspect, preview, prepare and split work on the folder', async () => {
  const health = await sproutJson<{ images: number; classes: unknown[] }>(['inspect', seedlings]);
  expect(health).toMatchObject({ images: 36, classes: { length: 3 } });
  const sheet = join(folder.path, 'sheet.png');
  await sproutJson(['preview', seedlings, '--size', '64x64', '--rows', '3', '--out', sheet]);
  expect((await readFile(sheet)).subarray(1, 4).toString()).toBe('PNG');
  const prepared = await sproutJson<{ written: number }>([
    'prepare',
    seedlings,
    join(folder.path, 'prepared'),
    '--size',
    '32x48',
  ]);
  expect(prepared.written).toBe(36);
  const divided = await sproutJson([
    'split',
    seedlings,
    '--validation',
    '0.25',
    '--mode',
    'copy',
    '--out',
    join(folder.path, 'divided'),
  ]);
  expect(divided).toMatchObject({ training: 27, validation: 9 });
});

test('existing output is not overwritten, and nothing is written into a data set', async () => {
  const small = join(folder.path, 'small');
  await sproutJson(['prepare', seedlings, small, '--size', '16']);
  await sproutJson(['prepare', seedlings, small, '--size', '16']);
  const manifest = join(folder.path, 'manifest.csv');
  await sproutJson(['split', seedlings, '--validation', '2', '--out', manifest]);
  for (const [command, message] of [
    [['prepare', seedlings, small, '--size', '24'], 'images of another folder or recipe'],
    [['prepare', seedlings, seedlings], 'must be outside of'],
    [['prepare', seedlings, join(seedlings, 'inside')], 'must be outside of'],
    [
      ['split', seedlings, '--validation', '2', '--mode', 'copy', '--out', join(seedlings, 'x')],
      'must be outside of',
    ],
    [['split', seedlings, '--validation', '2', '--seed', '9', '--out', manifest], 'exists already'],
    [['split', seedlings, '--undo', '--dry-run'], '--dry-run must be left out'],
    [['train', seedlings, '--runs', join(seedlings, 'runs')], 'must be outside of'],
    [['preview', seedlings, '--out', join(seedlings, 'sheet.png')], 'must be outside of'],
    [['train', seedlings, '--name', '../elsewhere'], 'must be a plain name'],
    [
      ['preview', seedlings, '--out', join(folder.path, 'sheet.jpg')],
      'must be a file that ends in',
    ],
  ] as const) {
    const { code, stderr } = await sprout(command);
    expect(stderr, command.join(' ')).toContain(message);
    expect(code).not.toBe(0);
  }
});

test('a training inside its data set is told which folder it would write', async () => {
  const { code, stderr } = await sproutProcess(['train', '.'], { cwd: seedlings });
  expect(code).toBe(2);
  expect(stderr).toContain('received nothing, and the default,');
  expect(stderr).toContain(join(seedlings, 'runs'));
});

test('a run that cannot be resumed is not changed', async () => {
  const copy = join(folder.path, 'fewer');
  await cp(seedlings, copy, { recursive: true });
  const options = ['--model', 'logistic', '--size', '16', '--epochs', '1', '--validation', '3'];
  const runs = join(folder.path, 'runs');
  const { run } = await sproutJson<Trained>(['train', copy, ...options, '--runs', runs]);
  const files = ['run.json', 'split.csv', 'health.json'];
  const read = () => Promise.all(files.map((file) => readFile(join(run, file), 'utf8')));
  const before = await read();
  const [lost = ''] = (await readdir(copy, { recursive: true })).filter((name) =>
    name.endsWith('.png'),
  );
  await rm(join(copy, lost));
  const { code, stderr } = await sprout(['train', '--resume', run]);
  expect(stderr).toContain('cannot be used for this: its checkpoint was made with');
  expect(code).toBe(65);
  expect(await read()).toEqual(before);
});

test('commands, models and ops are completed, and file names if there is no other completion', async () => {
  const answers = async (...words: string[]): Promise<string> =>
    (await sproutProcess(['complete', '--', ...words])).stdout;
  expect(await answers('train', 'ph')).toBe(':0\n');
  expect(await answers('tra')).toMatch(/^train\t.*\n:4\n$/s);
  expect(await answers('train', '--model', 'sm')).toMatch(/^small-cnn\t.*\n:4\n$/s);
  expect(await answers('ops', 'rot')).toMatch(/^rotate\tRotates .*\n:4\n$/);
});

test('models, summary, doctor and completion print their results', async () => {
  const models = await sproutJson<{ name: string }[]>(['models']);
  expect(models.map(({ name }) => name)).toEqual(expect.arrayContaining(['logistic', 'small-cnn']));
  const summary = await sprout(['summary', 'logistic', '--size', '10x10', '--classes', '2']);
  expect(summary.stdout).toContain('602');
  const doctor = await sproutJson<{ engines: { name: string }[]; chosen: string }>(['doctor']);
  expect(doctor.engines.map(({ name }) => name)).toEqual(['tensorflow', 'onnx', 'wasm', 'cpu']);
  for (const shell of ['bash', 'zsh', 'fish']) {
    expect((await sproutProcess(['completion', shell])).stdout).toContain('sprout');
  }
});
