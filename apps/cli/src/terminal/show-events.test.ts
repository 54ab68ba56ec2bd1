import type { RunEvent } from '@sprout/runs';
import { afterEach, expect, test, vi } from 'vitest';
import { createReporter } from './reporter.ts';
import { showEvents } from './show-events.ts';

const { isTTY } = process.stderr;
afterEach(() => {
  process.stderr.isTTY = isTTY;
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const step: RunEvent = {
  type: 'step',
  epoch: 2,
  epochs: 5,
  done: 8,
  images: 20,
  loss: 1,
  accuracy: 0.5,
  learningRate: 0.1,
  imagesPerSecond: 10,
  dataWait: 0,
  secondsLeft: 30,
};

/** Shows events on a simulated terminal. `written` has the texts that were written to it. */
function onTerminal() {
  vi.useFakeTimers();
  vi.stubEnv('NO_COLOR', undefined);
  const written: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  process.stderr.isTTY = true;
  return { shown: showEvents(createReporter({})), written };
}

test('the end of a task removes its bar, whose timer would keep the process alive', () => {
  const { shown } = onTerminal();
  shown.onEvent({ type: 'task-start', task: 'draw', total: 10 });
  shown.onEvent({ type: 'task-progress', task: 'draw', done: 3, total: 10 });
  expect(vi.getTimerCount()).toBe(1);
  shown.onEvent({ type: 'task-end', task: 'draw' });
  expect(vi.getTimerCount()).toBe(0);
});

test('the end of a run within an epoch removes the bar of the epoch', () => {
  const { shown } = onTerminal();
  shown.onEvent(step);
  expect(vi.getTimerCount()).toBe(1);
  shown.onEvent({ type: 'run-ended', run: 'r', state: 'interrupted' });
  expect(vi.getTimerCount()).toBe(0);
});

test('disposing of the listener removes the bar', () => {
  const { shown } = onTerminal();
  shown.onEvent(step);
  shown[Symbol.dispose]();
  expect(vi.getTimerCount()).toBe(0);
});

test('an epoch is a line; when quiet, only warnings are lines', () => {
  const { shown, written } = onTerminal();
  const metrics = {
    epoch: 3,
    step: 30,
    loss: 0.51234,
    accuracy: 0.75,
    validationLoss: 0.6,
    validationAccuracy: 0.5,
    learningRate: 0.1,
    imagesPerSecond: 99.6,
    dataWait: 0,
    seconds: 1.25,
  };
  shown.onEvent({ type: 'epoch', metrics, epochs: 12, best: true, secondsLeft: 30 });
  expect(written).toEqual([
    'epoch  3/12   loss 0.5123  accuracy 0.750   validation loss 0.6000  accuracy 0.500   100 images/s  1.3 s   30 s left\n',
  ]);
  const quiet = showEvents(createReporter({ quiet: true }));
  quiet.onEvent({ type: 'files-passed-over', count: 1 });
  quiet.onEvent({ type: 'no-images' });
  expect(written.slice(1)).toEqual(['warning: there are no images to predict\n']);
});
