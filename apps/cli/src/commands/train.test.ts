import { readdir } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { train, type TrainCommandOptions } from './train.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** The options as commander passes them on if none is given. */
const NONE = { runs: 'runs', cache: true } as const;

test.each<[Partial<TrainCommandOptions>, object]>([
  [{ batchSize: 8 }, { option: '--batch-size', value: '8' }],
  [{ size: { height: 4, width: 4 } }, { option: '--size', value: '{"height":4,"width":4}' }],
  [{ augment: false }, { option: '--no-augment', value: 'false' }],
  [{ cache: false }, { option: '--no-cache', value: 'false' }],
  [{ name: 'other' }, { option: '--name', value: '"other"' }],
  [{ set: ['a=1'] }, { option: '--set', value: '["a=1"]' }],
])('%j is refused with --resume', async (options, context) => {
  const rule = 'left out with --resume: a run goes on as it began';
  await expect(train(undefined, { ...NONE, resume: 'run', ...options })).rejects.toMatchObject({
    code: 'option-invalid',
    context: { ...context, rule },
  });
});

test('the numbers of epochs and workers and options of the output are allowed with --resume', async () => {
  const own = { epochs: 3, workers: 2, json: true, quiet: true };
  const options = { ...NONE, resume: 'no-such-run', ...own };
  await expect(train(undefined, options)).rejects.toMatchObject({
    code: 'run-missing',
    message: 'There is no run no-such-run',
  });
});

test('--print-config prints the configuration with the options in it, and trains nothing', async () => {
  let stdout = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  const before = await readdir('.');
  const options = {
    ...NONE,
    model: 'logistic',
    epochs: 3,
    cache: false,
    printConfig: true,
  } as const;
  await train('photos', options);
  await train('photos', { ...options, json: true });
  const [yaml = '', json = ''] = stdout.split(/^(?=\{)/m);
  expect(yaml).toMatch(/^ {2}epochs: 3$/m);
  expect(yaml).toMatch(/^ {2}cache: false$/m);
  expect(JSON.parse(json)).toMatchObject({ model: { name: 'logistic' }, train: { epochs: 3 } });
  expect(await readdir('.')).toEqual(before);
});
