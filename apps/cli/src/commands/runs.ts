import { durationText } from '@sprout/core';
import { listRuns, type ListRunsOptions, type RunSummary } from '@sprout/runs';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';
import { tableText } from '../terminal/table-text.ts';

const HEADER = [
  'run',
  'model',
  'validation accuracy',
  'images',
  'training',
  'in all',
  'started',
  'state',
];

/** `sprout runs`: lists runs, the latest first. */
export async function runs(options: ListRunsOptions & ReporterOptions): Promise<void> {
  const reporter = createReporter(options);
  const { runs: listed, unreadable } = await listRuns(options);
  for (const { reason } of unreadable) reporter.warn(reason);
  reporter.result(tableText([HEADER, ...listed.map(row)]), listed);
}

function row(run: RunSummary): string[] {
  const { training, validation } = run.samples;
  return [
    run.name,
    run.model,
    resultText(run),
    String(training + validation),
    run.seconds === undefined ? '' : durationText(run.seconds),
    run.totalSeconds === undefined ? '' : durationText(run.totalSeconds),
    run.started.slice(0, 16).replace('T', ' '),
    run.state,
  ];
}

function resultText({ validationAccuracy, validationF2 }: RunSummary): string {
  if (validationF2 !== undefined) return `${validationF2.toFixed(3)} F2`;
  return validationAccuracy === undefined ? '' : `${(100 * validationAccuracy).toFixed(1)} %`;
}
