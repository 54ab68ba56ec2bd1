import { afterAll, beforeAll, expect, test } from 'vitest';
import { failing } from '../../test/failing-op.ts';
import { type PngSamples, pngSamples } from '../../test/png-samples.ts';
import { augmentationOps, recipeOps } from '../ops/index.ts';
import { CANCELLED, createControl, type Task } from '../task/task.ts';
import { perform } from './perform.ts';
import { Thread } from './thread.ts';

const thread = new Thread({ recipeOps, augmentationOps: [...augmentationOps, failing] });

let data: PngSamples;

beforeAll(async () => {
  data = await pngSamples(1, { height: 2, width: 3 });
});
afterAll(() => data[Symbol.asyncDispose]());

function newTask(
  kind: Task['kind'],
  augment: { op: string; [field: string]: unknown }[] = [],
): Task {
  const images = data.samples.map(({ id, path }, position) => ({ id, path, position }));
  const parts = { images, control: createControl(), target: undefined, augment, seed: 0, epoch: 0 };
  if (kind === 'render') return { kind, ...parts, recipe: [] };
  const source = { height: 2, width: 3, pixels: new Uint8Array(18) };
  return kind === 'augment' ? { kind, ...parts, source } : { kind, images, control: parts.control };
}

test.each([
  ['render', 'sent'],
  ['augment', 'sent'],
  ['examine', 'examined'],
] as const)('a task to %s is done', async (kind, outcome) => {
  const reply = await perform(newTask(kind), thread);
  expect(reply).toMatchObject({ kind: 'done', outcomes: [{ kind: outcome }] });
});

test.each(['render', 'augment', 'examine'] as const)(
  'a task to %s can be cancelled',
  async (kind) => {
    const task = newTask(kind);
    task.control[CANCELLED] = 1;
    expect(await perform(task, thread)).toEqual({ kind: 'cancelled' });
  },
);

test.each(['render', 'augment'] as const)(
  'a task to %s that fails is answered with the error as plain data',
  async (kind) => {
    const reply = await perform(newTask(kind, [{ op: 'failing' }]), thread);
    expect(reply).toMatchObject({
      kind: 'failed',
      error: { code: 'shape-mismatch', context: { received: '[2, 3, 3]' } },
    });
    expect(structuredClone(reply)).toEqual(reply);
  },
);
