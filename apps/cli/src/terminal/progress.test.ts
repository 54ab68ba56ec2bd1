import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startProgress } from './progress.ts';

const { isTTY } = process.stderr;
let written: string[];

beforeEach(() => {
  written = [];
  vi.useFakeTimers();
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});

afterEach(() => {
  process.stderr.isTTY = isTTY;
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** Progress on a terminal or not, updated after each of these times in milliseconds. */
function updatedAfter(times: readonly number[], { terminal = false, quiet = false } = {}): void {
  process.stderr.isTTY = terminal;
  using progress = startProgress({ title: 'checking', total: 40, quiet });
  for (const [at, time] of times.entries()) {
    vi.advanceTimersByTime(time);
    progress.update((at + 1) * 10, 'loss 0.5');
  }
}

test('without a terminal, a line is written at most every five seconds', () => {
  updatedAfter([4_000, 1_000, 4_999, 1]);
  expect(written).toEqual([
    'checking 20/40 4/s 5 s left loss 0.5\n',
    'checking 40/40 4/s 0 s left loss 0.5\n',
  ]);
});

test('a line without more text has no space at its end', () => {
  process.stderr.isTTY = false;
  using progress = startProgress({ title: 'checking', total: 40, quiet: false });
  vi.advanceTimersByTime(5_000);
  progress.update(20);
  expect(written).toEqual(['checking 20/40 4/s 5 s left\n']);
});

test('a part of longer work shows the time that is left of the whole', () => {
  process.stderr.isTTY = false;
  using progress = startProgress({ title: 'epoch 1/9', total: 40, quiet: false });
  vi.advanceTimersByTime(5_000);
  progress.update(20, 'loss 0.5', 85);
  expect(written).toEqual(['epoch 1/9 20/40 4/s 1 min left loss 0.5\n']);
});

test('NO_COLOR turns the bar of a terminal into lines', () => {
  vi.stubEnv('NO_COLOR', '1');
  updatedAfter([5_000], { terminal: true });
  expect(written).toEqual(['checking 10/40 2/s 15 s left loss 0.5\n']);
});

test('quiet writes nothing, on a terminal neither', () => {
  updatedAfter([5_000, 5_000], { quiet: true });
  updatedAfter([5_000, 5_000], { quiet: true, terminal: true });
  expect(written).toEqual([]);
});

test('on a terminal the bar shows title, count and text, and shows the cursor again in the end', () => {
  vi.stubEnv('NO_COLOR', undefined);
  const before = process.listenerCount('exit');
  updatedAfter([1_000, 1_000], { terminal: true });
  const text = written.join('');
  expect(text).toContain('checking');
  expect(text).toContain('10/40 10/s 3 s left');
  expect(text).toContain('loss 0.5');
  expect(text.lastIndexOf('\u001B[?25h')).toBeGreaterThan(text.lastIndexOf('\u001B[?25l'));
  expect(process.listenerCount('exit')).toBe(before);
});
