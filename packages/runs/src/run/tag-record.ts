import {
  bestThresholds,
  meanFBeta,
  type TagCounts,
  tagCounts,
  type TagEvaluation,
} from '@sprout/train';
import { probabilityOf, tagsAbove } from '../images/tags.ts';
import { type EvaluationRecord, TOP_LOSSES } from './evaluation-record.ts';

/** Recall counts twice as much as precision, as in the competition Planet Amazon. */
const BETA = 2;

export interface TagRecordOptions {
  /** The class map. */
  readonly names: readonly string[];
  readonly thresholds: readonly number[];
  /** The tags of a label as text. */
  readonly texts: readonly string[];
}

/** The thresholds of the tags with which the mean F2 of these predictions is largest. */
export function thresholdsFor({ predictions }: TagEvaluation, tags: number): number[] {
  return bestThresholds(predictions, { tags, beta: BETA });
}

/** The record of an evaluation of a model of tags. */
export function tagRecord(
  { samples, accuracy, loss, predictions }: TagEvaluation,
  { names, thresholds, texts }: TagRecordOptions,
): EvaluationRecord {
  const counts = tagCounts(predictions, thresholds);
  const worst = predictions.toSorted((a, b) => b.loss - a.loss).slice(0, TOP_LOSSES);
  return {
    samples,
    accuracy,
    loss,
    f2: meanFBeta(predictions, thresholds, BETA),
    f2AtHalf: meanFBeta(
      predictions,
      names.map(() => 0.5),
      BETA,
    ),
    classes: names.map((name, at) => ({
      name,
      ...scoresOf(counts[at]!), // one for each tag
      threshold: thresholds[at]!,
    })),
    confusion: [],
    topLosses: worst.map(({ id, label, loss: own, probabilities }) => {
      const predicted = tagsAbove(probabilities, names, thresholds);
      return {
        path: id,
        label: texts[label]!,
        predicted: predicted.join(' '),
        probability: probabilityOf(predicted, probabilities, names),
        loss: own,
      };
    }),
  };
}

/** As `classScores`: 0 where nothing was predicted or is present. */
function scoresOf({ hits, predicted, present }: TagCounts) {
  return {
    precision: ratio(hits, predicted),
    recall: ratio(hits, present),
    f1: ratio(2 * hits, predicted + present),
    f2: ratio(5 * hits, predicted + 4 * present),
    support: present,
  };
}

/** The rows of `predictions.csv`: those of other models, with a column for the probability of each tag. */
export function tagRows(
  { predictions }: TagEvaluation,
  { names, thresholds, texts }: TagRecordOptions,
): (readonly (string | number)[])[] {
  const rows = predictions.map(({ id, label, loss, probabilities }) => {
    const predicted = tagsAbove(probabilities, names, thresholds);
    const probability = probabilityOf(predicted, probabilities, names);
    return [id, texts[label]!, predicted.join(' '), probability, loss, ...probabilities];
  });
  return [['path', 'label', 'predicted', 'probability', 'loss', ...names], ...rows];
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
