import { printable } from './printable.ts';
import { type Progress, startProgress } from './progress.ts';

export interface ReporterOptions {
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** How a command speaks: results on stdout, everything else on stderr. */
export interface Reporter {
  /** What was chosen, found or written: a line on stderr, unless quiet. */
  readonly note: (text: string) => void;
  /** What the user should know even when quiet. */
  readonly warn: (text: string) => void;
  /** Starts to show the progress of what may take longer than a second. */
  readonly progress: (title: string, total: number) => Progress;
  /** Shows the progress of a piece of work until it ends, well or not. */
  readonly during: <T>(
    title: string,
    total: number,
    work: (onProgress: (done: number) => void) => Promise<T>,
  ) => Promise<T>;
  /** The command's result: the text, or with `--json` the data as one document. */
  readonly result: (text: string, data: unknown) => void;
}

/** A reporter on this process' streams. */
export function createReporter({ json = false, quiet = false }: ReporterOptions): Reporter {
  const say = (text: string): void => void process.stderr.write(`${printable(text)}\n`);
  const progress = (title: string, total: number): Progress =>
    startProgress({ title, total, quiet });
  return {
    note: (text) => {
      if (!quiet) say(text);
    },
    warn: (text) => say(`warning: ${text}`),
    progress,
    during: async (title, total, work) => {
      using shown = progress(title, total);
      return await work((done) => shown.update(done));
    },
    result: (text, data) => {
      if (json) process.stdout.write(`${JSON.stringify(data)}\n`);
      else process.stdout.write(`${printable(text).replace(/\n$/, '')}\n`);
    },
  };
}
