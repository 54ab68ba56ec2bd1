import { type ImageSource, toErrorData, SproutError } from '@sprout/core';
import { expect, test } from 'vitest';
import type { RunEvent } from '../event/run-event.ts';
import { datasetOf } from '../../test/dataset-of.ts';
import { checkImages } from './check-images.ts';

/** A source without pixels. Images whose ids end in 3.png are bad. */
function fakeSource(): ImageSource & { open: number } {
  const source = {
    open: 0,
    prepare: async (samples: readonly { readonly id: string }[]) => {
      source.open++;
      const bad = samples.flatMap(({ id }, position) => {
        const error = new SproutError('image-undecodable', { file: id, reason: 'cut off' });
        return id.endsWith('3.png') ? [{ id, position, error: toErrorData(error) }] : [];
      });
      return { bad, [Symbol.dispose]: () => void source.open-- };
    },
  };
  return source as unknown as ImageSource & { open: number }; // the parts that the function uses
}

const { signal } = new AbortController();
const { samples } = datasetOf({ oak: 40, elm: 5 });

test('bad images are left out with their reasons, and the progress reaches the total', async () => {
  const source = fakeSource();
  const events: RunEvent[] = [];
  const emit = (event: RunEvent): void => void events.push(event);
  const checked = await checkImages(source, samples, { recipe: [], onBad: 'skip', emit, signal });
  expect(checked.good.length).toBe(40);
  expect(checked.bad.map(({ id }) => id)).toEqual(
    [3, 13, 23, 33].map((n) => `oak/${n}.png`).concat('elm/3.png'),
  );
  expect(checked.bad[0]!.reason).toContain('cut off');
  expect(source.open).toBe(0);
  expect(events).toEqual([
    { type: 'task-start', task: 'check', total: 45 },
    { type: 'task-progress', task: 'check', done: 32, total: 45 },
    { type: 'task-progress', task: 'check', done: 45, total: 45 },
    { type: 'task-end', task: 'check' },
  ]);
});

test('with fail, the error counts all bad images', async () => {
  const options = { recipe: [], onBad: 'fail', emit: () => undefined, signal } as const;
  await expect(checkImages(fakeSource(), samples, options)).rejects.toThrow(/5 of 45 images/);
});

test('without bad images, the samples are the ones given', async () => {
  const clean = datasetOf({ oak: 2 }).samples;
  const options = { recipe: [], onBad: 'fail', emit: () => undefined, signal } as const;
  expect((await checkImages(fakeSource(), clean, options)).good).toBe(clean);
});
