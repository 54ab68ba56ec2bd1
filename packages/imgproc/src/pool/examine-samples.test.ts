import type { Sample } from '@sprout/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PngSamples, pngSamples } from '../../test/png-samples.ts';
import type { Reply, Task } from '../task/task.ts';
import { Thread } from '../worker/thread.ts';
import { type ExaminedSample, examineSamples } from './examine-samples.ts';
import { LocalRunner } from './local-runner.ts';
import { SharedBuffers } from './shared-buffers.ts';

const during = <T>(work: () => Promise<T>): Promise<T> => work();
const open = { signal: undefined, during };

let data: PngSamples;

beforeAll(async () => {
  data = await pngSamples(19, { height: 4, width: 5 });
});
afterAll(() => data[Symbol.asyncDispose]());

/** Examines on this thread and records the tasks. */
class RecordingRunner extends LocalRunner {
  readonly tasks: Task[] = [];

  override run(task: Task): Promise<Reply> {
    this.tasks.push(task);
    return super.run(task);
  }
}

function recording() {
  const runner = new RecordingRunner(new Thread({ recipeOps: [], augmentationOps: [] }));
  return { runner, workers: 1, buffers: new SharedBuffers() };
}

async function collect(examined: AsyncIterable<ExaminedSample>): Promise<ExaminedSample[]> {
  const results: ExaminedSample[] = [];
  for await (const result of examined) results.push(result);
  return results;
}

test('the samples are examined in their order, at most eight in a task', async () => {
  const resources = recording();
  const results = await collect(examineSamples(resources, data.samples, open));
  expect(results.map(({ sample }) => sample)).toEqual(data.samples);
  const hashes = results.map((result) => ('facts' in result ? result.facts.fileHash : undefined));
  expect(new Set(hashes).size).toBe(19);
  expect(hashes).not.toContain(undefined);
  expect(resources.runner.tasks.map(({ images }) => images.length)).toEqual([8, 8, 3]);
  expect(resources.runner.tasks[2]?.images).toEqual(
    data.samples.slice(16).map(({ id, path }, position) => ({ id, path, position })),
  );
});

test('a file that cannot be read has an error instead of facts', async () => {
  const missing = { id: 'class/no.png', path: `${data.folder}/no.png`, label: 1 };
  const samples = [data.samples[0]!, missing, data.samples[1]!];
  expect(await collect(examineSamples(recording(), samples, open))).toMatchObject([
    { sample: samples[0], facts: { height: 4, width: 5 } },
    { sample: missing, error: { code: 'image-unreadable', context: { file: missing.path } } },
    { sample: samples[2], facts: { height: 4, width: 5 } },
  ]);
});

test('samples are taken only for two tasks of each worker ahead', async () => {
  let taken = 0;
  function* many(): Generator<Sample> {
    for (;;) {
      yield data.samples[taken % 19]!;
      taken++;
    }
  }
  const resources = { ...recording(), workers: 2 };
  for await (const { sample } of examineSamples(resources, many(), open)) {
    expect(sample).toEqual(data.samples[0]);
    break;
  }
  expect(resources.runner.tasks).toHaveLength(4);
  expect(taken).toBeLessThanOrEqual(32);
});

test('each task runs as work of the pool', async () => {
  const resources = recording();
  let running = 0;
  const seen: number[] = [];
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    seen.push(++running);
    try {
      return await work();
    } finally {
      running--;
    }
  };
  await collect(examineSamples(resources, data.samples, { signal: undefined, during: counted }));
  expect(seen).toHaveLength(3);
  expect(running).toBe(0);
});

test('an abort between two samples rejects with its reason', async () => {
  const controller = new AbortController();
  const options = { signal: controller.signal, during };
  const examined = examineSamples(recording(), data.samples, options);
  await examined.next();
  controller.abort(new Error('enough'));
  await expect(collect(examined)).rejects.toThrow('enough');
});

test('an outcome that is none of an examination is an error', async () => {
  const runner = {
    run: async ({ images }: Task): Promise<Reply> => ({
      kind: 'done',
      outcomes: images.map(() => ({ kind: 'written' })),
    }),
    [Symbol.asyncDispose]: async () => undefined,
  };
  const resources = { runner, workers: 1, buffers: new SharedBuffers() };
  await expect(examineSamples(resources, data.samples, open).next()).rejects.toThrow(
    'an examined image came back as "written"',
  );
});
