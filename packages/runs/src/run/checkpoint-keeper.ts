import type { TrainingPosition } from '@sprout/core';
import type { Trainer } from '@sprout/train';
import { writeCheckpoint } from './checkpoint-files.ts';
import type { RunFolder } from './run-folder.ts';

export interface CheckpointKeeperOptions {
  readonly run: RunFolder;
  /** The identity of the training, which resuming compares. */
  readonly identity: string;
  /** The most seconds between two checkpoints. */
  readonly everySeconds: number;
}

/** Writes a trainer's state into its run folder. */
export interface CheckpointKeeper {
  /** Whether the next checkpoint is due. */
  readonly due: () => boolean;
  /** Writes the state at a position as the last checkpoint, and as the best one too where `best` is set. */
  readonly keep: (
    position: TrainingPosition,
    options?: { readonly best: boolean },
  ) => Promise<void>;
}

/** A keeper whose first checkpoint is due after `everySeconds`. */
export function checkpointKeeper(
  trainer: Trainer,
  { run, identity, everySeconds }: CheckpointKeeperOptions,
): CheckpointKeeper {
  let kept = performance.now();
  return {
    due: () => performance.now() - kept >= everySeconds * 1000,
    keep: async (position, { best } = { best: false }) => {
      const checkpoint = { state: await trainer.state(), position, identity };
      if (best) await writeCheckpoint(run.checkpoints.best, checkpoint); // before the last one: a crash between the two only repeats the epoch
      await writeCheckpoint(run.checkpoints.last, checkpoint);
      kept = performance.now();
    },
  };
}
