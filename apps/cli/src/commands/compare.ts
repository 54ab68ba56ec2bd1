import { durationText, SproutError } from '@sprout/core';
import { comparedKind, compareEvaluations, compareRuns, type ComparedKind } from '@sprout/runs';
import { comparedEvaluationsText } from '../terminal/compared-evaluations-text.ts';
import { interruptible } from '../terminal/interruptible.ts';
import { pairText } from '../terminal/pair-text.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';
import { tableText } from '../terminal/table-text.ts';

export interface CompareCommandOptions extends ReporterOptions {
  readonly out?: string | undefined;
}

const RUNS = [
  'run',
  'model',
  'validation accuracy',
  'loss',
  'validation images',
  'epochs',
  'training',
  'in all',
];

/** `sprout compare`: prints the results of runs or of evaluations side by side, and each two of them on their common images. */
export async function compare(
  folders: readonly string[],
  options: CompareCommandOptions,
): Promise<void> {
  if (folders.length < 2) {
    const rule = 'two run folders or more';
    throw new SproutError('option-invalid', { option: 'RUN', value: folders.join(', '), rule });
  }
  const kinds: ComparedKind[] = [];
  for (const folder of folders) kinds.push(await comparedKind(folder));
  if (new Set(kinds).size > 1) {
    const named = folders.map((folder, at) => `${folder} (${kinds[at]})`);
    const rule = 'runs only or evaluations only';
    throw new SproutError('option-invalid', { option: 'RUN', value: named.join(', '), rule });
  }
  if (kinds[0] === 'run') await printRuns(folders, options);
  else await printEvaluations(folders, options);
}

async function printRuns(
  runs: readonly string[],
  { out, ...options }: CompareCommandOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const result = await interruptible(reporter, (context) => compareRuns({ runs, out }, context));
  const rows = result.runs.map((run) => [
    run.name,
    run.model,
    `${(100 * run.validationAccuracy).toFixed(1)} %`,
    run.validationLoss.toFixed(3),
    String(run.samples),
    String(run.epochs),
    durationText(run.seconds),
    run.totalSeconds === undefined ? '' : durationText(run.totalSeconds),
  ]);
  const lines = [
    tableText([RUNS, ...rows]),
    ...result.pairs.map((pair) => pairText(pair, 'validation image')),
    result.report,
  ];
  reporter.result(lines.join('\n'), result);
}

async function printEvaluations(
  evaluations: readonly string[],
  { out, ...options }: CompareCommandOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const result = await compareEvaluations({ evaluations, out });
  reporter.result(comparedEvaluationsText(result), result);
}
