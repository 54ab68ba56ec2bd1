// The commands for several runs, as functions. The other commands are in `commands.ts` and `data-commands.ts`.
import type { RunContext } from './event/run-context.ts';
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
 * @throws {SproutError} `run-missing`, `file-missing`, `file-invalid`, `run-incompatible`; `option-invalid` for fewer than two runs
 */
export async function compareRuns(
  options: CompareRunsOptions,
  context?: RunContext,
): Promise<CompareRunsResult> {
  const command = await import('./commands/compare-runs.ts');
  return await command.compareRuns(options, context).catch(throwFirst);
}
