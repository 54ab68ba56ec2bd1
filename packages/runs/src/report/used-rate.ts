import type { ResolvedTraining } from '../config/resolve-training.ts';

/** The base rate of the first stage of a training. */
export function usedRate({ train }: Pick<ResolvedTraining, 'train'>): number {
  return train.stages?.[0]?.learningRate ?? train.optimiser.learningRate;
}
