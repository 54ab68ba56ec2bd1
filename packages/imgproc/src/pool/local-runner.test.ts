import { expect, test } from 'vitest';
import { augmentationOps, recipeOps } from '../ops/index.ts';
import { createControl, type RenderTask } from '../task/task.ts';
import { Thread } from '../worker/thread.ts';
import { LocalRunner } from './local-runner.ts';

const images = [{ id: 'no', path: '/nowhere/no.png', position: 0 }];
const task: RenderTask = {
  kind: 'render',
  images,
  control: createControl(),
  target: undefined,
  recipe: [],
  augment: [],
  seed: 0,
  epoch: 0,
};

test('answers as a worker does', async () => {
  await using runner = new LocalRunner(new Thread({ recipeOps, augmentationOps }));
  expect(await runner.run(task)).toMatchObject({
    kind: 'done',
    outcomes: [{ kind: 'bad', error: { code: 'image-unreadable' } }],
  });
  const reply = await runner.run({ ...task, recipe: [{ op: 'unheard-of' }] });
  expect(reply).toMatchObject({ kind: 'failed', error: { code: 'bug' } });
});

test('disposal frees the OpenCV of its thread', async () => {
  const thread = new Thread({ recipeOps, augmentationOps });
  const runner = new LocalRunner(thread);
  await thread.opencv.ready();
  expect(() => thread.opencv.cv).not.toThrow();
  await runner[Symbol.asyncDispose]();
  expect(() => thread.opencv.cv).toThrow('before it is loaded');
}, 60_000);
