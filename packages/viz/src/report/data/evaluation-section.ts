import type { Answer } from '../../plots/calibration.ts';
import type { ClassScore } from '../../plots/class-score.ts';
import type { Thumbnail } from './thumbnail.ts';

/** The results of a model on the validation images. */
export interface EvaluationSection {
  readonly samples: number;
  readonly accuracy: number;
  readonly loss: number;
  /**
   * Only of a model of tags, where an image may have several: the mean F2 of the images with the thresholds of the model, and with
   * 0.5 for each tag.
   */
  readonly f2?: number | undefined;
  readonly f2AtHalf?: number | undefined;
  /** In the order of the class map. */
  readonly classes: readonly ClassScore[];
  /** `[classes][classes]`, numbers of images: rows are the true classes, columns the predicted ones. Empty for tags. */
  readonly confusion: readonly (readonly number[])[];
  /** Images that were predicted as another class, for some pairs of classes. */
  readonly confused?: readonly ConfusedImages[];
  /** The largest losses, the worst first. */
  readonly topLosses: readonly TopLoss[];
  /** One answer for each validation image, for the calibration of the model. */
  readonly answers?: readonly Answer[];
  /** The calibration error, without and with a temperature. */
  readonly calibration?: CalibrationFigures | undefined;
}

/** How well the probabilities of a model agree with its accuracy. */
export interface CalibrationFigures {
  /** The expected calibration error, 0 to 1. */
  readonly error: number;
  /** The temperature that fits best; above 1 if the probabilities are too high. */
  readonly temperature: number;
  /** The calibration error of each half of the images, with a temperature that was fitted on the other half. */
  readonly scaledError: number;
}

/** Images of one class that were predicted as one other class. */
export interface ConfusedImages {
  /** Positions in the class map. */
  readonly label: number;
  readonly predicted: number;
  readonly images: readonly Thumbnail[];
}

/** An image with one of the largest losses. */
export interface TopLoss {
  readonly path: string;
  readonly label: string;
  readonly predicted: string;
  /** The probabilities of the predicted class and of the label. */
  readonly probability: number;
  readonly labelProbability: number;
  readonly loss: number;
  /** An encoded PNG, JPEG or WebP. */
  readonly image?: Uint8Array;
  /** The image under a map of the parts that raise the score of the predicted class; encoded as `image`. */
  readonly heatMap?: Uint8Array;
}
