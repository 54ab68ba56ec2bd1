import type { RunFolder } from './run-folder.ts';
import { runHolder } from './run-holder.ts';

export interface UnfinishedReasonOptions {
  /** Whether the run was finished before, and went on to more epochs. */
  readonly extended?: boolean;
}

/** Why the results of a run cannot be read yet, for the error `run-incompatible`. */
export async function unfinishedReason(
  run: RunFolder,
  { extended = false }: UnfinishedReasonOptions = {},
): Promise<string> {
  const holder = await runHolder(run);
  if (holder !== undefined) return `${holder} is training it`;
  return extended ? 'it went on to more epochs and is not finished' : 'it is not finished';
}
