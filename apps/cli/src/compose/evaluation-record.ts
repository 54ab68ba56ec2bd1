import {
  type ClassScores,
  classScores,
  confusion as confusionOf,
  type Evaluation,
} from '@sprout/train';

/** `evaluation.json`, and what `sprout evaluate --json` prints. */
export interface EvaluationRecord {
  readonly samples: number;
  readonly accuracy: number;
  readonly loss: number;
  /** In the order of the class map. */
  readonly classes: readonly ({ readonly name: string } & ClassScores)[];
  /** Rows are the true classes, columns the predicted ones. */
  readonly confusion: readonly (readonly number[])[];
  /** The worst first. */
  readonly topLosses: readonly TopLossRecord[];
}

export interface TopLossRecord {
  readonly path: string;
  readonly label: string;
  readonly predicted: string;
  readonly probability: number;
  readonly loss: number;
}

const TOP_LOSSES = 24;

/** What an evaluation comes to, with names for labels. */
export function evaluationRecord(
  { samples, accuracy, loss, predictions }: Evaluation,
  classes: readonly string[],
): EvaluationRecord {
  const labels = Int32Array.from(predictions, ({ label }) => label);
  const predicted = Int32Array.from(predictions, (prediction) => prediction.predicted);
  const confusion = confusionOf(labels, predicted, classes.length);
  const scores = classScores(confusion);
  const worst = predictions.toSorted((a, b) => b.loss - a.loss).slice(0, TOP_LOSSES);
  return {
    samples,
    accuracy,
    loss,
    classes: classes.map((name, label) => ({ name, ...scores[label]! })),
    confusion,
    topLosses: worst.map((prediction) => ({
      path: prediction.id,
      label: classes[prediction.label]!,
      predicted: classes[prediction.predicted]!,
      probability: prediction.probability,
      loss: prediction.loss,
    })),
  };
}
