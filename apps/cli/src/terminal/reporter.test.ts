import { afterEach, expect, test, vi } from 'vitest';
import { createReporter } from './reporter.ts';

const { isTTY } = process.stderr;
afterEach(() => {
  process.stderr.isTTY = isTTY;
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test('work that fails takes its bar away, whose timer would keep the process alive', async () => {
  vi.useFakeTimers();
  vi.stubEnv('NO_COLOR', undefined);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  process.stderr.isTTY = true;
  const work = createReporter({}).during('drawing', 10, async (onProgress) => {
    onProgress(3);
    expect(vi.getTimerCount()).toBe(1);
    throw new Error('no space');
  });
  await expect(work).rejects.toThrow('no space');
  expect(vi.getTimerCount()).toBe(0);
});
