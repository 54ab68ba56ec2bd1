import { isSproutError, scanFolder, SproutError, writeAtomic } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { basename, resolve } from 'node:path';
import { comparedContent } from '../comparison/compared-content.ts';
import { comparePairs, type RunPair } from '../comparison/compare-pairs.ts';
import { uniqueNames } from '../comparison/unique-names.ts';
import { type Context, contextOf, type RunContext } from '../event/run-context.ts';
import { DEFAULTS } from '../options/limits.ts';
import { checkPage } from '../report/check-page.ts';
import { reportOf } from '../report/write-report.ts';
import { readRun, type ReadRun } from '../run/read-run.ts';
import { runFolder } from '../run/run-folder.ts';
import { trainingSeconds } from '../run/training-seconds.ts';

export interface CompareRunsOptions {
  /** Two or more run folders, all finished. */
  readonly runs: readonly string[];
  /** The report to write, `comparison.html` by default. Only a comparison of the same runs is replaced. */
  readonly out?: string | undefined;
}

export interface CompareRunsResult {
  /** In the order in which the runs were given. */
  readonly runs: readonly {
    readonly run: string;
    readonly name: string;
    readonly model: string;
    readonly validationAccuracy: number;
    readonly validationLoss: number;
    readonly samples: number;
    readonly epochs: number;
    /** The time of the epochs. */
    readonly seconds: number;
    /** The time of the whole run, with its evaluation and report. */
    readonly totalSeconds: number | undefined;
  }[];
  /** Each run with each run before it. */
  readonly pairs: readonly RunPair[];
  /** The path of the report. */
  readonly report: string;
}

/** See `compareRuns` in `run-commands.ts`. */
export async function compareRuns(
  { runs, out = DEFAULTS.comparison }: CompareRunsOptions,
  runContext?: RunContext,
): Promise<CompareRunsResult> {
  const { emit } = contextOf(runContext);
  const [first, second, ...others] = runs;
  if (first === undefined || second === undefined) {
    const rule = 'two runs or more';
    throw new SproutError('option-invalid', { option: 'runs', value: runs.join(', '), rule });
  }
  const content = comparedContent(runs, 'run');
  const report = resolve(out);
  await checkPage(out, { content, kind: 'a comparison of these runs', option: 'out' });
  const read = [await readRun(runFolder(first)), await readRun(runFolder(second))] as const;
  const all = [...read, ...(await readAll(others))] as const;
  const folders = runs.map((run) => basename(resolve(run)));
  const names = uniqueNames(folders, runs);
  const pairs = comparePairs(all.map(({ predictions }, at) => ({ predictions, name: names[at]! })));
  await using pictures = await picturesOf(all[0], emit);
  const page = { pictures: pictures.source, names, pairs, content };
  await writeAtomic(report, await reportOf(all, page));
  return {
    runs: all.map((each, at) => summaryOf(each, names[at]!)), // one name for each run
    pairs,
    report,
  };
}

async function readAll(runs: readonly string[]): Promise<ReadRun[]> {
  const read: ReadRun[] = [];
  for (const run of runs) read.push(await readRun(runFolder(run)));
  return read;
}

function summaryOf({ run, record, resolved, evaluation, metrics }: ReadRun, name: string) {
  return {
    run: run.folder,
    name,
    model: resolved.model.name,
    validationAccuracy: evaluation.accuracy,
    validationLoss: evaluation.loss,
    samples: evaluation.samples,
    epochs: metrics.length,
    seconds: trainingSeconds(metrics),
    totalSeconds: record.timings.seconds['total'],
  };
}

/** The images of a run, unless they are gone. Owns the image pool. */
async function picturesOf({ record, resolved }: ReadRun, emit: Context['emit']) {
  const { classes, dataset } = record;
  const { followLinks, parts, pixelLimit, tags } = resolved.data;
  const none = { source: undefined, [Symbol.asyncDispose]: async () => {} };
  if (tags !== undefined) return none;
  try {
    const scan = await scanFolder(dataset.folder, { classes, followOutside: followLinks, parts });
    const source = await createImagePool({ pixelLimit });
    const dispose = () => source[Symbol.asyncDispose]();
    return { source: { source, dataset: scan }, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    if (!isSproutError(error)) throw error;
    emit({ type: 'pictures-missing', reason: error.message });
    return none;
  }
}
