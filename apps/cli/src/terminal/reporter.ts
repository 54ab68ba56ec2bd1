import { printable, printableJson } from './printable.ts';
import { type Progress, startProgress } from './progress.ts';

export interface ReporterOptions {
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** The output of a command: results on stdout, everything else on stderr. */
export interface Reporter {
  /** Writes a line on stderr, unless quiet. */
  readonly note: (text: string) => void;
  /** Writes a warning on stderr, also when quiet. */
  readonly warn: (text: string) => void;
  /** Shows the progress of work that may take longer than a second. */
  readonly progress: (title: string, total: number) => Progress;
  /** Writes the result of the command on stdout: the text, or with `--json` the data as one document. */
  readonly result: (text: string, data: unknown) => void;
}

/** A reporter that writes to the streams of the process. */
export function createReporter({ json = false, quiet = false }: ReporterOptions): Reporter {
  const print = (text: string): void => void process.stderr.write(`${printable(text)}\n`);
  return {
    note: (text) => {
      if (!quiet) print(text);
    },
    warn: (text) => print(`warning: ${text}`),
    progress: (title, total) => startProgress({ title, total, quiet }),
    result: (text, data) => {
      if (json) process.stdout.write(`${printableJson(JSON.stringify(data))}\n`);
      else process.stdout.write(`${printable(text).replace(/\n$/, '')}\n`);
    },
  };
}
