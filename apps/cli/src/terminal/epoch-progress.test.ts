import type { RunEvent } from '@sprout/runs';
import { expect, test } from 'vitest';
import { epochProgress } from './epoch-progress.ts';
import type { Reporter } from './reporter.ts';

type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>;

const step: EventOf<'step'> = {
  type: 'step',
  epoch: 2,
  epochs: 12,
  done: 8,
  images: 20,
  loss: 0.51239,
  accuracy: 0.75,
  learningRate: 0.1,
  imagesPerSecond: 10,
  dataWait: 0.256,
  secondsLeft: 90,
};

const epoch: EventOf<'epoch'> = {
  type: 'epoch',
  metrics: {
    epoch: 2,
    step: 20,
    loss: 0.5,
    accuracy: 0.75,
    validationLoss: NaN,
    validationAccuracy: NaN,
    learningRate: 0.1,
    imagesPerSecond: 99.5,
    dataWait: 0,
    seconds: 0.04,
  },
  epochs: 12,
  best: false,
  secondsLeft: 3700,
};

/** A reporter that keeps its calls as lines. */
function recorder(): { reporter: Reporter; lines: string[] } {
  const lines: string[] = [];
  const reporter: Reporter = {
    note: (text) => void lines.push(text),
    warn: (text) => void lines.push(text),
    result: (text) => void lines.push(text),
    progress: (title, total) => {
      lines.push(`${title} of ${total}`);
      return {
        update: (done, extra, left) => void lines.push(`${done} ${extra ?? ''} ${left} s`),
        [Symbol.dispose]: () => void lines.push('removed'),
      };
    },
  };
  return { reporter, lines };
}

test('the bar appears with the first step, and shows loss, accuracy and waiting', () => {
  const { reporter, lines } = recorder();
  const progress = epochProgress(reporter);
  expect(lines).toEqual([]);
  progress.step(step);
  progress.step({ ...step, done: 16 });
  expect(lines).toEqual([
    'epoch 2/12 of 20',
    '8 loss 0.512 accuracy 0.750 waiting for images 26 % 90 s',
    '16 loss 0.512 accuracy 0.750 waiting for images 26 % 90 s',
  ]);
});

test('the end of an epoch replaces its bar by a line, and the next step has a new bar', () => {
  const { reporter, lines } = recorder();
  const progress = epochProgress(reporter);
  progress.step(step);
  progress.epoch(epoch);
  progress.step({ ...step, epoch: 3 });
  expect(lines.slice(2)).toEqual([
    'removed',
    'epoch  2/12   loss 0.5000  accuracy 0.750   validation loss NaN  accuracy NaN   100 images/s  0.0 s   1 h 2 min left',
    'epoch 3/12 of 20',
    expect.stringMatching(/^8 loss/),
  ]);
});

test('disposing of it removes the bar, once', () => {
  const { reporter, lines } = recorder();
  const progress = epochProgress(reporter);
  progress.step(step);
  progress[Symbol.dispose]();
  progress[Symbol.dispose]();
  expect(lines.filter((line) => line === 'removed')).toHaveLength(1);
});

test('after the last epoch nothing is left', () => {
  const { reporter, lines } = recorder();
  epochProgress(reporter).epoch({ ...epoch, epochs: 2, secondsLeft: 0 });
  expect(lines).toEqual([expect.stringMatching(/0\.0 s$/)]);
});
