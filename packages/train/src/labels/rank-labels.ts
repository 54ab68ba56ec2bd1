import { classThresholds } from './class-thresholds.ts';
import { confidentClasses, NO_CLASS } from './confident-classes.ts';
import { calibratedJoint, confidentJoint } from './confident-joint.ts';
import { labelDoubt } from './label-doubt.ts';
import { labelMargins, mostProbableOther } from './label-margins.ts';
import type { OutOfSamplePredictions } from './out-of-sample-predictions.ts';

/** The label of one image, compared with the prediction of a classifier that was fitted without the image. */
export interface JudgedLabel {
  /** The position of the image in the features. */
  readonly image: number;
  readonly label: number;
  /** The predicted class: of a suspect, its confident class; of any other image, the most probable class. */
  readonly suggested: number;
  /** The probability of the label. */
  readonly selfConfidence: number;
  /** The probability of `suggested`. */
  readonly probability: number;
  /** The probability of the label less the largest one of another class, -1 to 1; below 0 if another class is more probable. */
  readonly margin: number;
  /** The margin plus three times the mean confusion of the label and the most probable other class. Small for a doubtful label. */
  readonly score: number;
  /** Whether the confident class of the image is not its label, and the margin is below 0. */
  readonly suspect: boolean;
}

export interface WrongLabels {
  /** One for each image, by rising `score`: the most doubtful label first. */
  readonly ranking: readonly JudgedLabel[];
  /** The estimated number of wrong labels. */
  readonly estimated: number;
  /** The share of images whose label is the most probable class, 0 to 1. */
  readonly agreement: number;
  /** The joint distribution of given labels (rows) and true labels (columns), `[classes, classes]`, row by row. The sum is 1. */
  readonly joint: Float64Array;
}

/** Ranks labels by out-of-sample predictions, with confident learning: see `findWrongLabels`. */
export function rankLabels(predictions: OutOfSamplePredictions): WrongLabels {
  const { labels, classes } = predictions;
  const confident = confidentClasses(predictions, classThresholds(predictions));
  const joint = calibratedJoint(confidentJoint(predictions, confident), predictions);
  const ranking = judgedLabels(predictions, confident);
  const agreeing = ranking.filter(({ margin }) => margin >= 0).length;
  const isDiagonal = (at: number): boolean => at % (classes + 1) === 0;
  const wrong = joint.reduce((sum, share, at) => (isDiagonal(at) ? sum : sum + share), 0);
  return {
    ranking: ranking.toSorted((a, b) => a.score - b.score || a.image - b.image),
    estimated: Math.round(wrong * labels.length),
    agreement: agreeing / labels.length,
    joint,
  };
}

function judgedLabels(predictions: OutOfSamplePredictions, confident: Int32Array): JudgedLabel[] {
  const { probabilities, labels, classes } = predictions;
  const margins = labelMargins(predictions);
  const others = mostProbableOther(predictions);
  const scores = labelDoubt(predictions);
  return Array.from({ length: labels.length }, (_, image) => {
    const [label, margin] = [labels[image]!, margins[image]!];
    const confidentClass = confident[image]!;
    const isOther = confidentClass !== NO_CLASS && confidentClass !== label;
    const suspect = isOther && margin < 0;
    const mostProbable = margin < 0 ? others[image]! : label;
    const suggested = suspect ? confidentClass : mostProbable;
    const probabilityOf = (of: number): number => probabilities[image * classes + of]!;
    return {
      image,
      label,
      suggested,
      selfConfidence: probabilityOf(label),
      probability: probabilityOf(suggested),
      margin,
      score: scores[image]!,
      suspect,
    };
  });
}
