// The commands for several runs or evaluations, as functions. The other commands are in `commands.ts` and `data-commands.ts`.
import type { RunContext } from './event/run-context.ts';
import type {
  CompareEvaluationsOptions,
  CompareEvaluationsResult,
} from './commands/compare-evaluations.ts';
import type { ComparedKind } from './run/compared-kind.ts';
import type { CompareRunsOptions, CompareRunsResult } from './commands/compare-runs.ts';
import type { ListRunsOptions, ListRunsResult } from './commands/list-runs.ts';
import { throwFirst } from './throw-first.ts';

/** The runs in a folder, the latest first. @throws {SproutError} `folder-missing` */
export async function listRuns(options?: ListRunsOptions): Promise<ListRunsResult> {
  return (await import('./commands/list-runs.ts')).listRuns(options);
}

/**
 * Compares finished runs: their results, and each two of them on the validation images that both predicted, with McNemar's exact
 * test. Writes one report about all of them.
 *
 * @throws {SproutError} `run-missing`, `file-missing`, `file-invalid`; `run-incompatible` for a run that is not finished, `run-locked`
 * while another process trains it; `option-invalid` for fewer than two runs, and for a run that is named twice; `file-exists` if the
 * report exists and is not a comparison of these runs
 */
export async function compareRuns(
  options: CompareRunsOptions,
  context?: RunContext,
): Promise<CompareRunsResult> {
  const command = await import('./commands/compare-runs.ts');
  return await command.compareRuns(options, context).catch(throwFirst);
}

/**
 * Compares evaluations of several models on one folder of images: their results, and each two of them on the images that both
 * predicted, with McNemar's exact test. Images are the same if their paths in the folder are. Writes one page about all of them.
 *
 * @throws {SproutError} `file-missing`, `file-invalid`, `file-unwritable`; `option-invalid` for fewer than two evaluations, for one
 * that is named twice, and for evaluations on different folders; `file-exists` if the page exists and is not a comparison of these
 * evaluations
 */
export async function compareEvaluations(
  options: CompareEvaluationsOptions,
): Promise<CompareEvaluationsResult> {
  return (await import('./commands/compare-evaluations.ts')).compareEvaluations(options);
}

/** Whether a folder is that of a run or that of an evaluation on a folder. @throws {SproutError} `run-missing` */
export async function comparedKind(folder: string): Promise<ComparedKind> {
  return (await import('./run/compared-kind.ts')).comparedKind(folder);
}
