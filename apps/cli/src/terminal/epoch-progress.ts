import type { EpochMetrics } from '@sprout/core';
import type { RunEvent } from '@sprout/runs';
import { leftText } from './left-text.ts';
import type { Progress } from './progress.ts';
import type { Reporter } from './reporter.ts';

type StepEvent = Extract<RunEvent, { type: 'step' }>;
type EpochEvent = Extract<RunEvent, { type: 'epoch' }>;

/** Shows a training: a progress bar during each epoch, and a line after it, with the remaining time of all epochs. */
export interface EpochProgress extends Disposable {
  readonly step: (event: StepEvent) => void;
  readonly epoch: (event: EpochEvent) => void;
}

/** The bar appears with the first step. Disposing of the result removes it. */
export function epochProgress(reporter: Reporter): EpochProgress {
  let bar: Progress | undefined;
  const stop = (): void => {
    bar?.[Symbol.dispose]();
    bar = undefined;
  };
  return {
    step: ({ epoch, epochs, done, images, loss, accuracy, dataWait, secondsLeft }) => {
      bar ??= reporter.progress(`epoch ${epoch}/${epochs}`, images);
      const waiting = `waiting for images ${Math.round(dataWait * 100)} %`;
      const figures = `loss ${loss.toFixed(3)} accuracy ${accuracy.toFixed(3)} ${waiting}`;
      bar.update(done, figures, secondsLeft);
    },
    epoch: ({ metrics, epochs, secondsLeft }) => {
      stop();
      const left = metrics.epoch < epochs ? [leftText(secondsLeft)] : [];
      reporter.note([epochLine(metrics, epochs), ...left].join('   '));
    },
    [Symbol.dispose]: stop,
  };
}

function epochLine(metrics: EpochMetrics, epochs: number): string {
  const { epoch, loss, accuracy, validationLoss, validationAccuracy, imagesPerSecond, seconds } =
    metrics;
  return [
    `epoch ${String(epoch).padStart(String(epochs).length)}/${epochs}`,
    `loss ${loss.toFixed(4)}  accuracy ${accuracy.toFixed(3)}`,
    `validation loss ${validationLoss.toFixed(4)}  accuracy ${validationAccuracy.toFixed(3)}`,
    `${imagesPerSecond.toFixed(0)} images/s  ${seconds.toFixed(1)} s`,
  ].join('   ');
}
