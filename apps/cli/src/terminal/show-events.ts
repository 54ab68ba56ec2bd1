import type { RunEvent, Task } from '@sprout/runs';
import { epochProgress } from './epoch-progress.ts';
import { eventText } from './event-text.ts';
import type { Progress } from './progress.ts';
import type { Reporter } from './reporter.ts';

const TITLES: Readonly<Record<Task, string>> = {
  draw: 'drawing',
  check: 'checking images',
  extract: 'computing features',
  'find-rate': 'measuring learning rates',
  examine: 'examining images',
  evaluate: 'evaluating',
  corrupt: 'evaluating corrupted images',
  picture: 'drawing pictures',
  predict: 'predicting',
  prepare: 'preparing',
  augment: 'augmenting',
  explain: 'explaining',
  attack: 'attacking',
  judge: 'judging labels',
  copy: 'copy',
  move: 'move',
  ascend: 'ascending',
  download: 'downloading (MB)',
};

type TrialEnded = Extract<RunEvent, { type: 'trial-ended' }>;

/** A listener that shows events on the terminal. Disposing of it removes the progress bar. */
export interface ShownEvents extends Disposable {
  readonly onEvent: (event: RunEvent) => void;
}

/** Shows the progress of tasks and epochs as bars, and other events as lines. */
export function showEvents(reporter: Reporter): ShownEvents {
  const epochs = epochProgress(reporter);
  let bar: Progress | undefined;
  const stop = (): void => {
    bar?.[Symbol.dispose]();
    bar = undefined;
  };
  const onEvent = (event: RunEvent): void => {
    if (event.type === 'task-start') bar = reporter.progress(TITLES[event.task], event.total);
    else if (event.type === 'task-progress') bar?.update(event.done);
    else if (event.type === 'task-end') stop();
    else if (event.type === 'step') epochs.step(event);
    else if (event.type === 'epoch') epochs.epoch(event);
    else if (event.type === 'run-ended') epochs[Symbol.dispose]();
    else if (event.type === 'trial-ended') endTrial(event);
    else printText(event, reporter);
  };
  const endTrial = ({ accuracy, seconds }: TrialEnded): void => {
    epochs[Symbol.dispose]();
    if (accuracy !== undefined)
      reporter.note(`  ${(accuracy * 100).toFixed(1)} % right after ${Math.round(seconds)} s`);
  };
  return {
    onEvent,
    [Symbol.dispose]: () => {
      stop();
      epochs[Symbol.dispose]();
    },
  };
}

function printText(event: RunEvent, reporter: Reporter): void {
  const found = eventText(event);
  if (found?.level === 'note') reporter.note(found.text);
  else if (found !== undefined) reporter.warn(found.text);
}
