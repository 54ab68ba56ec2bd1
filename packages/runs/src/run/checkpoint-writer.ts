import type { TrainingPosition } from '@sprout/core';
import type { Trainer } from '@sprout/train';
import { writeCheckpoint } from './checkpoint-files.ts';
import type { RunFolder } from './run-folder.ts';

export interface CheckpointWriterOptions {
  readonly run: RunFolder;
  /** The identity of the training, as `runIdentity` returns it. */
  readonly identity: string;
  /** The most seconds between two checkpoints. */
  readonly everySeconds: number;
}

/** Writes checkpoints of a trainer into its run folder. */
export interface CheckpointWriter {
  /** Whether `everySeconds` have passed since the last checkpoint. */
  readonly due: () => boolean;
  /** Writes the state at a position as the last checkpoint, and also as the best one if `best` is set. */
  readonly write: (
    position: TrainingPosition,
    options?: { readonly best: boolean },
  ) => Promise<void>;
}

/** The first checkpoint is due `everySeconds` after this call. */
export function checkpointWriter(
  trainer: Trainer,
  { run, identity, everySeconds }: CheckpointWriterOptions,
): CheckpointWriter {
  let written = performance.now();
  return {
    due: () => performance.now() - written >= everySeconds * 1000,
    write: async (position, { best } = { best: false }) => {
      const checkpoint = { state: await trainer.state(), position, identity };
      // the best first: after a crash between the two, the run resumes before this epoch and writes both again
      if (best) await writeCheckpoint(run.checkpoints.best, checkpoint);
      await writeCheckpoint(run.checkpoints.last, checkpoint);
      written = performance.now();
    },
  };
}
