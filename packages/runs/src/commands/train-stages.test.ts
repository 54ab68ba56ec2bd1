import { readRunRecord } from '@sprout/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallBaseOptions } from '../../test/small-base-options.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { resume, type RunEvent, train, type TrainOptions } from '../index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let options: TrainOptions & { readonly folder: string };

beforeAll(async () => {
  folder = await temporaryFolder();
  const own = await smallBaseOptions(folder.path);
  const stages = [
    { trainable: 'head', epochs: 2 },
    { trainable: 'from:conv_pw_12', epochs: 2, rates: { decay: 0.5 } },
  ];
  options = {
    ...own,
    config: { ...own.config, train: { checkpointSeconds: 0, stages } },
    validation: 2,
    augment: false,
    runs: join(folder.path, 'runs'),
  };
}, 240_000);

afterAll(() => folder[Symbol.asyncDispose]());

const weightsOf = (run: string): Promise<Buffer> => readFile(join(run, 'model', 'weights.bin'));

/** The stage of each epoch, and the number of its steps, as `metrics.csv` has them. */
async function stagesOf(run: string): Promise<string[]> {
  const [header = '', ...rows] = (await readFile(join(run, 'metrics.csv'), 'utf8'))
    .trim()
    .split('\n');
  expect(header).toMatch(/,stage$/);
  return rows.map((row) => row.split(',').at(-1)!); // a row has cells
}

/** Trains a run that is interrupted at an event, and resumes it. */
async function resumedAfter(name: string, isEnd: (event: RunEvent) => boolean, epochs?: number) {
  const abort = new AbortController();
  const reason = new Error('enough');
  const onEvent = (event: RunEvent): void => {
    if (isEnd(event)) abort.abort(reason);
  };
  const stopped = train({ ...options, name }, { onEvent, signal: abort.signal });
  await expect(stopped).rejects.toBe(reason);
  const run = join(folder.path, 'runs', name);
  return await resume({ run, epochs });
}

test('a run trains its stages one after the other, and shows them', async () => {
  const events: RunEvent[] = [];
  const { run, epochs } = await train(
    { ...options, name: 'whole' },
    { onEvent: (event) => void events.push(event) },
  );
  expect(epochs).toBe(4);
  expect(await stagesOf(run)).toEqual(['1', '1', '2', '2']);
  expect(events.find(({ type }) => type === 'training-planned')).toMatchObject({
    stages: [{ trainable: 'head' }, { trainable: 'from:conv_pw_12' }],
  });
  expect(events.filter(({ type }) => type === 'stage-started')).toEqual([
    {
      type: 'stage-started',
      number: 1,
      stages: 2,
      first: 1,
      last: 2,
      trainable: 'head',
      learningRate: 0.01,
    },
    expect.objectContaining({ number: 2, first: 3, last: 4, trainable: 'from:conv_pw_12' }),
  ]);
  const { config } = await readRunRecord(join(run, 'run.json'));
  expect(config).toMatchObject({
    model: { trainable: 'head,from:conv_pw_12' },
    train: { epochs: 4, stages: [{ epochs: 2 }, { epochs: 2, batchNorm: 'frozen' }] },
  });
  const page = (await readFile(join(run, 'report.html'), 'utf8')).replaceAll('<wbr />', '');
  expect(page).toContain('the head; then the head, and from conv_pw_12');
  expect(page).toContain('rates decay by 0.5 for each group of layers');
}, 240_000);

const IN_STEP = ({ type }: RunEvent): boolean => type === 'step';

test.each<[string, (event: RunEvent) => boolean]>([
  ['in the first stage', (event) => IN_STEP(event)],
  ['between the stages', (event) => event.type === 'epoch' && event.metrics.epoch === 2],
  ['in the second stage', (event) => event.type === 'step' && event.epoch === 3],
])(
  'a run that is interrupted %s resumes to the same bits',
  async (where, isEnd) => {
    const { run } = await resumedAfter(where.replaceAll(' ', '-'), isEnd);
    expect(await stagesOf(run)).toEqual(['1', '1', '2', '2']);
    const whole = join(folder.path, 'runs', 'whole');
    expect((await weightsOf(run)).equals(await weightsOf(whole))).toBe(true);
  },
  240_000,
);

test('more epochs belong to the last stage, and fewer than the others have are refused', async () => {
  const { run } = await resumedAfter('more', (event) => event.type === 'epoch', 5);
  expect(await stagesOf(run)).toEqual(['1', '1', '2', '2', '2']);
  await expect(resume({ run, epochs: 2 })).rejects.toThrow(
    'epochs must be at least 3: the stages before the last have 2 epochs',
  );
  const longer = await resume({ run, epochs: 6 });
  expect(longer.epochs).toBe(6);
  expect(await stagesOf(run)).toEqual(['1', '1', '2', '2', '2', '2']);
}, 240_000);

test('a layer that the base does not have is named before the images are read', async () => {
  const events: RunEvent[] = [];
  const set = ['train.stages.1.trainable=from:conv_99'];
  const refused = train(
    { ...options, set, name: 'unknown' },
    { onEvent: (event) => void events.push(event) },
  );
  await expect(refused).rejects.toThrow('it has no layer conv_99');
  expect(events).toEqual([]);
});
