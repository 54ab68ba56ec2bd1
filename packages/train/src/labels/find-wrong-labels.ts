import { checkWhole, shapeMismatch } from '@sprout/core';
import { classThresholds } from './class-thresholds.ts';
import { confidentClasses } from './confident-classes.ts';
import { calibratedJoint, confidentJoint } from './confident-joint.ts';
import { labelDoubt } from './label-doubt.ts';
import { labelQuality } from './label-quality.ts';
import type { LabelAnswers } from './label-answers.ts';
import { outOfSampleScores } from './out-of-sample-scores.ts';
import { scoresToProbabilities } from './scores-to-probabilities.ts';
import type { Rows } from './rows.ts';
import { stratifiedFolds } from './stratified-folds.ts';

const FOLDS = 5;
/** Chosen on seedlings, see decision 0033. */
const RIDGE = 0.1;

export interface FindWrongLabelsOptions {
  /** The label of each image: the class of its folder, from 0. */
  readonly labels: ArrayLike<number>;
  /** The number of classes, at least 2. */
  readonly classes: number;
  /** The group of each image, a whole number from 0. Images of a group are in one fold. By default each is a group of its own. */
  readonly groups?: ArrayLike<number> | undefined;
  /** Addresses the folds; 0 by default. */
  readonly seed?: number | undefined;
  /** Called after each fold, with the number of images that were judged. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** The label of one image, judged by a classifier that had not seen the image. */
export interface JudgedLabel {
  /** The position of the image in the features. */
  readonly image: number;
  readonly label: number;
  /** The class that the classifier believes: a confident one if there is one, or else the most probable. */
  readonly believed: number;
  /** The probability of the label, and that of the believed class. */
  readonly selfConfidence: number;
  readonly probability: number;
  /** The probability of the label less the largest one of another class, -1 to 1. */
  readonly margin: number;
  /** The rank of the label: small for one that is probably wrong, see `labelDoubt`. */
  readonly score: number;
  /** Whether the image is confidently of another class, by the confident joint, and its label is not the most probable class. */
  readonly suspect: boolean;
}

export interface WrongLabels {
  /** One for each image, the most doubtful label first: by `score`. */
  readonly ranking: readonly JudgedLabel[];
  /** The estimated number of wrong labels. */
  readonly estimated: number;
  /** The share of images whose label is the most probable class, out of sample. */
  readonly agreement: number;
  /** The joint distribution of given labels (rows) and true labels (columns), `[classes, classes]`. */
  readonly joint: Float64Array;
}

/**
 * Ranks the labels of images by how doubtful they are: a classifier is fitted on features by 5-fold cross-validation, and confident
 * learning compares its probabilities with the labels.
 *
 * @param rows The features, as `featureRows` prepares them. Only read.
 * @throws {SproutError} `shape-mismatch` where features and labels have different numbers of images; `option-invalid`.
 * @see Northcutt, Jiang & Chuang 2021, "Confident Learning: Estimating Uncertainty in Dataset Labels", arXiv:1911.00068.
 */
export function findWrongLabels(
  rows: Rows,
  { labels, classes, groups, seed = 0, onProgress }: FindWrongLabelsOptions,
): WrongLabels {
  const count = labels.length;
  checkWhole('classes', classes, { least: 2 });
  if (rows.count !== count)
    throw shapeMismatch('The features', {
      expected: [count, rows.size],
      received: [rows.count, rows.size],
    });
  const own = groups ?? Array.from({ length: count }, (_, image) => image);
  const folds = stratifiedFolds({ labels, classes, groups: own, folds: FOLDS, seed });
  const scores = outOfSampleScores(rows, { labels, classes, folds, ridge: RIDGE, onProgress });
  const probabilities = scoresToProbabilities(scores, { labels, classes });
  return judged({ probabilities, labels, classes });
}

/** Judges labels by out-of-sample probabilities. */
export function judged(answers: LabelAnswers): WrongLabels {
  const { labels } = answers;
  const confident = confidentClasses(answers, classThresholds(answers));
  const joint = calibratedJoint(confidentJoint(answers, confident), answers);
  const ranking = judgedLabels(answers, confident);
  const agreeing = ranking.filter(({ margin }) => margin >= 0).length;
  const wrong = joint.reduce(
    (sum, share, at) => (at % (answers.classes + 1) === 0 ? sum : sum + share),
    0,
  );
  return {
    ranking: ranking.toSorted((a, b) => a.score - b.score || a.image - b.image),
    estimated: Math.round(wrong * labels.length),
    agreement: agreeing / labels.length,
    joint,
  };
}

function judgedLabels(answers: LabelAnswers, confident: Int32Array): JudgedLabel[] {
  const { probabilities, labels, classes } = answers;
  const selfConfidence = labelQuality(answers, 'self-confidence');
  const margin = labelQuality(answers, 'normalised-margin');
  const score = labelDoubt(answers);
  return Array.from({ length: labels.length }, (_, image) => {
    const row = probabilities.subarray(image * classes, (image + 1) * classes);
    const likeliest = row.indexOf(row.reduce((most, p) => Math.max(most, p), 0));
    const isOther = confident[image]! >= 0 && confident[image] !== labels[image];
    const suspect = isOther && margin[image]! < 0;
    const believed = suspect ? confident[image]! : likeliest;
    return {
      image,
      label: labels[image]!,
      believed,
      selfConfidence: selfConfidence[image]!,
      probability: row[believed]!,
      margin: margin[image]!,
      score: score[image]!,
      suspect,
    };
  });
}
