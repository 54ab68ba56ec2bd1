import { SproutError } from '@sprout/core';
import { compareRuns, type RunPair } from '@sprout/runs';
import { interruptible } from '../terminal/interruptible.ts';
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
  'minutes',
];

/** `sprout compare`: prints the results of runs side by side, and each two of them on their common images. */
export async function compare(
  runs: readonly string[],
  { out, ...options }: CompareCommandOptions,
): Promise<void> {
  const reporter = createReporter(options);
  if (runs.length < 2) {
    const rule = 'two run folders or more';
    throw new SproutError('option-invalid', { option: 'RUN', value: runs.join(', '), rule });
  }
  const result = await interruptible(reporter, (context) => compareRuns({ runs, out }, context));
  const rows = result.runs.map((run) => [
    run.name,
    run.model,
    `${(100 * run.validationAccuracy).toFixed(1)} %`,
    run.validationLoss.toFixed(3),
    String(run.samples),
    String(run.epochs),
    ((run.totalSeconds ?? run.seconds) / 60).toFixed(1),
  ]);
  const lines = [tableText([RUNS, ...rows]), ...result.pairs.map(pairText), result.report];
  reporter.result(lines.join('\n'), result);
}

function pairText({ first, second, shared, ...pair }: RunPair): string {
  if (shared === 0) return `${first} and ${second} have no validation image in common`;
  const { onlyFirst, onlySecond, probability } = pair;
  const p = probability < 0.001 ? 'p < 0.001' : `p = ${probability.toFixed(3)}`;
  return `of ${shared} images only ${first} is right on ${onlyFirst}, only ${second} on ${onlySecond}: ${p} (McNemar)`;
}
