import type { ModelSection } from '../transfer/transfer-of.ts';

/** A model that a search may choose. */
export interface Candidate {
  /** Its name in the search: also that of its run folders. */
  readonly name: string;
  readonly model: ModelSection;
  /** Whether the model is a base whose own layers stay as they are. */
  readonly frozen: boolean;
}

/** The models that need no weights, the baseline first. */
export const FROM_SCRATCH: readonly Candidate[] = ['logistic', 'small-cnn'].map((name) => ({
  name,
  model: { name },
  frozen: false,
}));

/** A head on a frozen base. */
export function frozenBase(model: ModelSection): Candidate {
  return { name: model.name, model: { ...model, trainable: 'head' }, frozen: true };
}

/** A base with its head, all of whose layers are trained. */
export function fineTuned({ name, model }: Candidate): Candidate {
  return { name: `${name}-fine-tuned`, model: { ...model, trainable: 'all' }, frozen: false };
}
