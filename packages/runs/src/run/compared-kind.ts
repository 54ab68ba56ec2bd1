import { checkRunExists } from './check-run-exists.ts';
import { evaluationFolder } from './evaluation-folder.ts';
import { pathExists } from './path-exists.ts';
import { runFolder } from './run-folder.ts';

/** What a folder holds that can be compared. */
export type ComparedKind = 'run' | 'evaluation';

/**
 * Tells the folder of an evaluation, as `evaluate` writes it, from that of a run. Any other folder counts as a run.
 *
 * @throws {SproutError} `run-missing` if there is no such folder.
 */
export async function comparedKind(folder: string): Promise<ComparedKind> {
  await checkRunExists(folder);
  const { record, split } = runFolder(folder);
  for (const file of [record, split]) if (await pathExists(file)) return 'run';
  const { purpose, evaluation } = evaluationFolder(folder);
  for (const file of [purpose, evaluation]) if (await pathExists(file)) return 'evaluation';
  return 'run';
}
