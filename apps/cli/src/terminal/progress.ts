import { SingleBar } from 'cli-progress';
import { leftText } from './left-text.ts';

/** A progress bar. It keeps the process alive until it is disposed of. */
export interface Progress extends Disposable {
  /**
   * @param extra More text to show, such as the loss.
   * @param secondsLeft The remaining time of longer work of which this is a part; by default estimated from `done`.
   */
  readonly update: (done: number, extra?: string, secondsLeft?: number) => void;
}

export interface ProgressOptions {
  readonly title: string;
  readonly total: number;
  readonly quiet: boolean;
}

const LINE_EVERY_MS = 5_000;

/** Shows progress as a bar on a terminal, and otherwise as a line every few seconds. */
export function startProgress({ title, total, quiet }: ProgressOptions): Progress {
  if (quiet) return { update: () => undefined, [Symbol.dispose]: () => undefined };
  const redraws = process.stderr.isTTY && process.env['NO_COLOR'] === undefined;
  return redraws ? bar(title, total) : lines(title, total);
}

function bar(title: string, total: number): Progress {
  const single = new SingleBar({
    format: `${title} {bar} {value}/{total} {rate}/s {left} {extra}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 24,
    fps: 10,
  });
  const start = performance.now();
  single.start(total, 0, { rate: 0, left: '', extra: '' });
  const stop = (): void => single.stop();
  process.once('exit', stop); // shows the cursor again
  return {
    update: (done, extra = '', secondsLeft = restOf(done, total, start)) =>
      single.update(done, { rate: rateOf(done, start), left: leftText(secondsLeft), extra }),
    [Symbol.dispose]: () => {
      process.off('exit', stop);
      stop();
    },
  };
}

function lines(title: string, total: number): Progress {
  const start = performance.now();
  let printed = start;
  return {
    update: (done, extra = '', secondsLeft = restOf(done, total, start)) => {
      const now = performance.now();
      if (now - printed < LINE_EVERY_MS) return;
      printed = now;
      const words = [title, `${done}/${total}`, `${rateOf(done, start)}/s`, leftText(secondsLeft)];
      process.stderr.write(`${[...words, extra].filter((word) => word !== '').join(' ')}\n`);
    },
    [Symbol.dispose]: () => undefined,
  };
}

function rateOf(done: number, start: number): number {
  return Math.round((done * 1000) / Math.max(performance.now() - start, 1));
}

/** The remaining seconds at the speed so far. Infinite before the first part is done. */
function restOf(done: number, total: number, start: number): number {
  return ((total - done) * (performance.now() - start)) / 1000 / done;
}
