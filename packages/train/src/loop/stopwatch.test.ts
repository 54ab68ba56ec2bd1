import { expect, test } from 'vitest';
import { stopwatch } from './stopwatch.ts';

test('the time until an item arrives counts as waiting, the time of its use does not', async () => {
  let now = 0;
  async function* slow() {
    for (const item of [1, 2]) {
      now += 300;
      yield item;
    }
  }
  const watch = stopwatch(() => now);
  for await (const item of watch.waiting(slow())) {
    now += 200;
    watch.count(item * 10);
  }
  expect(watch.figures()).toEqual({ imagesPerSecond: 30, dataWait: 0.6, seconds: 1 });
});
