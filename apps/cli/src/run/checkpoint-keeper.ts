import type { TrainingPosition } from '@sprout/core';
import type { Trainer } from '@sprout/train';
import { writeCheckpoint } from './checkpoint-files.ts';
import type { RunFolder } from './run-folder.ts';

export interface CheckpointKeeperOptions {
  readonly run: RunFolder;
  /** Names what the checkpoints belong to. */
  readonly identity: string;
  /** How much work a crash may cost. */
  readonly everySeconds: number;
}

/** Keeps a session's state in its run folder. */
export interface CheckpointKeeper {
  /** Whether the last checkpoint is old enough for another one. */
  readonly due: () => boolean;
  /** Writes the state at a position; as the best one too where it is. */
  readonly keep: (
    position: TrainingPosition,
    options?: { readonly best: boolean },
  ) => Promise<void>;
}

/** Starts keeping; the first checkpoint is due after `everySeconds`. */
export function checkpointKeeper(
  session: Trainer,
  { run, identity, everySeconds }: CheckpointKeeperOptions,
): CheckpointKeeper {
  let kept = performance.now();
  return {
    due: () => performance.now() - kept >= everySeconds * 1000,
    keep: async (position, { best } = { best: false }) => {
      const checkpoint = { state: await session.state(), position, identity };
      if (best) await writeCheckpoint(run.checkpoints.best, checkpoint); // first: a crash in between only repeats the epoch
      await writeCheckpoint(run.checkpoints.last, checkpoint);
      kept = performance.now();
    },
  };
}
