import { type Cell, formatCsv, fromErrorData, spreadsheetSafe, SproutError } from '@sprout/core';
import {
  type ConfigOptions,
  mostProbable,
  predict as predictFiles,
  type PredictedFile,
  resolveConfig,
} from '@sprout/runs';
import { createInterface } from 'node:readline';
import { outliveReader } from '../process/closed-output.ts';
import { interruptible } from '../terminal/interruptible.ts';
import { printConfig } from '../terminal/print-config.ts';
import { printable } from '../terminal/printable.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface PredictCommandOptions extends ConfigOptions, ReporterOptions {
  readonly printConfig?: boolean | undefined;
  readonly all?: boolean | undefined;
  /** The number of classes that are named for each image, the most probable first. */
  readonly top?: number | undefined;
  readonly threshold?: number | undefined;
  readonly html?: string | undefined;
  readonly sortInto?: string | undefined;
  readonly link?: boolean | undefined;
  readonly spreadsheetSafe?: boolean | undefined;
}

/**
 * `sprout predict`: prints one line for each image as soon as it is predicted. Bad images are warnings; with `--on-bad fail` the
 * command fails after the last line. If the reader of stdout ends early, the work ends, unless a page or
 * sorted files were asked for.
 */
export async function predict(
  run: string,
  paths: readonly string[],
  options: PredictCommandOptions,
): Promise<void> {
  const reporter = createReporter(options);
  if (options.printConfig === true) return printConfig(await resolveConfig(options), reporter);
  if (options.link === true && options.sortInto === undefined) {
    const rule = 'used with --sort-into';
    throw new SproutError('option-invalid', { option: '--link', value: 'true', rule });
  }
  const hasFiles = options.html !== undefined || options.sortInto !== undefined;
  using output = outliveReader();
  const { signal: closed } = output;
  const write = lineWriter(options, closed);
  await interruptible(reporter, async (context) => {
    const own = { ...options, run, paths: expand(paths, context.signal) };
    for await (const outcome of predictFiles(own, context)) {
      if ('error' in outcome) reporter.warn(fromErrorData(outcome.error).message);
      else await write(outcome);
      if (closed.aborted && !hasFiles) return; // the engine is closed first: its threads may be computing
    }
  });
}

/** The paths as given; `-` stands for the lines of standard input. @throws The signal's reason once it is aborted. */
async function* expand(
  paths: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  for (const path of paths) {
    if (path === '-') yield* inputLines(signal);
    else yield path;
    signal.throwIfAborted();
  }
}

async function* inputLines(signal: AbortSignal): AsyncGenerator<string, void, undefined> {
  let isFirst = true;
  for await (const line of createInterface({ input: process.stdin, signal })) {
    const path = isFirst ? line.replace('\ufeff', '') : line; // a byte order mark, which Windows programs write
    isFirst = false;
    if (path !== '') yield path;
  }
}

/**
 * Writes CSV rows under a header, or JSON lines, without control characters on a terminal. Waits until the reader has taken them.
 *
 * @param closed Once it is aborted, nothing is written.
 */
export function lineWriter(
  {
    json = false,
    all = false,
    top,
    threshold,
    spreadsheetSafe: isSafe = false,
  }: PredictCommandOptions,
  closed: AbortSignal = new AbortController().signal,
): (prediction: PredictedFile) => Promise<void> {
  const print = async (text: string): Promise<void> => {
    if (closed.aborted) return;
    const shown = process.stdout.isTTY ? printable(text) : text; // a file or another program gets the data as it is
    if (!process.stdout.write(shown)) await drained(closed);
  };
  let isFirst = true;
  const hasBest = threshold !== undefined;
  return async ({ path, predicted, best: bestClass, probability, classes, sorted }) => {
    const best = top === undefined ? undefined : mostProbable(classes, top);
    if (json) {
      const own = { ...(hasBest && { best: bestClass }), ...(best && { top: best }) };
      const more = { ...own, ...(all && { classes }), sorted };
      await print(`${JSON.stringify({ path, predicted, probability, ...more })}\n`);
      return;
    }
    const [, ...others] = best ?? [];
    const shown = all ? classes : [];
    const header = columnNames(
      shown.map(({ name }) => name),
      { further: others.length, hasBest },
    );
    const named = others.flatMap((one) => [one.name, one.probability]);
    const own = [path, predicted, probability, ...(hasBest ? [bestClass ?? ''] : [])];
    const cells = [...own, ...named, ...shown.map((one) => one.probability)];
    const rows: Cell[][] = isFirst ? [header, cells] : [cells];
    await print(formatCsv(isSafe ? rows.map((row) => row.map(spreadsheetSafe)) : rows));
    isFirst = false;
  };
}

/** Resolves when the reader of stdout has taken what was written, or has ended. */
function drained(closed: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      process.stdout.off('drain', done);
      closed.removeEventListener('abort', done);
      resolve();
    };
    process.stdout.once('drain', done);
    closed.addEventListener('abort', done);
  });
}

/**
 * The columns of the table: with a threshold also `best`, the most probable class; then those of further classes. A class that is
 * called like another column, `predicted` for example, becomes `predicted (class)`.
 */
export function columnNames(
  classes: readonly string[],
  { further = 0, hasBest = false } = {},
): string[] {
  const numbers = Array.from({ length: further }, (_, at) => at + 2);
  const names = [
    'path',
    'predicted',
    'probability',
    ...(hasBest ? ['best'] : []),
    ...numbers.flatMap((number) => [`predicted${number}`, `probability${number}`]),
  ];
  const taken = new Set([...names, ...classes]);
  for (const name of classes) {
    let column = name;
    if (names.includes(name)) while (taken.has(column)) column += ' (class)';
    taken.add(column);
    names.push(column);
  }
  return names;
}
