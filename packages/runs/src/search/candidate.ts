import type { ModelSection } from '../transfer/transfer-of.ts';

/** A model that a search may choose. */
export interface Candidate {
  /** Its name in the search: also that of its run folders. */
  readonly name: string;
  readonly model: ModelSection;
  /** Whether the model is a base whose own layers stay as they are. */
  readonly frozen: boolean;
  /** The fewest epochs of a training that say anything about the model. */
  readonly leastEpochs: number;
}

/** The baseline. */
export const BASELINE = fromScratch('logistic');

/** The network that needs no weights. */
export const SMALL_NETWORK = fromScratch('small-cnn');

function fromScratch(name: string): Candidate {
  return { name, model: { name }, frozen: false, leastEpochs: 1 };
}

/** A head on a frozen base. */
export function frozenBase(model: ModelSection): Candidate {
  return {
    name: model.name,
    model: { ...model, trainable: 'head' },
    frozen: true,
    leastEpochs: 1,
  };
}

/** Two epochs of the head, and three of all layers: after fewer, fine-tuning is worse than the frozen base that it starts from. */
const TUNED_EPOCHS = 5;

/** A base with its head, trained in two stages: the head, and then all layers. */
export function fineTuned({ name, model }: Candidate): Candidate {
  return {
    name: `${name}-fine-tuned`,
    model: { ...model, trainable: 'head,all' },
    frozen: false,
    leastEpochs: TUNED_EPOCHS,
  };
}
