import type { EpochMetrics, TrainEvent } from '@sprout/core';
import type { Progress } from './progress.ts';
import type { Reporter } from './reporter.ts';

type StepEvent = Extract<TrainEvent, { type: 'step' }>;

/** Shows a training: a bar through each epoch, a line after it. */
export interface EpochProgress extends Disposable {
  readonly step: (event: StepEvent) => void;
  readonly epoch: (metrics: EpochMetrics) => void;
}

/** @param images Training images, each seen once an epoch. */
export function epochProgress(
  reporter: Reporter,
  { epochs, images }: { readonly epochs: number; readonly images: number },
): EpochProgress {
  let bar: Progress | undefined;
  const stop = (): void => {
    bar?.[Symbol.dispose]();
    bar = undefined;
  };
  return {
    step: ({ position, loss, accuracy, dataWait }) => {
      bar ??= reporter.progress(`epoch ${position.epoch + 1}/${epochs}`, images);
      const waiting = `waiting ${Math.round(dataWait * 100)} %`;
      bar.update(
        position.sums.count,
        `loss ${loss.toFixed(3)} accuracy ${accuracy.toFixed(3)} ${waiting}`,
      );
    },
    epoch: (metrics) => {
      stop();
      reporter.note(epochLine(metrics, epochs));
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
