import type {
  Augmentation,
  DuplicateGroup,
  EpochMetrics,
  Finding,
  Giveaway,
  Recipe,
  UnreadableImage,
} from '@sprout/core';
import type { Answer } from '../../plots/calibration.ts';
import type { ClassCount } from '../../plots/class-count-bars.ts';
import type { ClassScore } from '../../plots/class-score.ts';
import type { CorruptionCurve } from '../../plots/corruption-curves.ts';
import type { SweepPoint } from '../../plots/rate-sweep.ts';
import type { LabelsSection, MapSection } from './labels-section.ts';

/** The content of a report, as plain data. A section without data is left out. */
export interface ReportData {
  readonly title: string;
  /** The date of the first run, as text. */
  readonly date: string;
  readonly version: string;
  readonly dataset: DatasetSection;
  /** The paths of files that the report was made from and that were changed since they were written. */
  readonly changedFiles?: readonly string[];
  /** In the order in which they are shown. The headline is about the first one. */
  readonly models: readonly ModelSection[];
  /**
   * Accuracies to compare the models with. The report adds those of guessing and of always predicting the largest class.
   */
  readonly baselines?: readonly Baseline[];
  /** Each two of the models on the images that both predicted. */
  readonly pairs?: readonly ModelPair[];
  /** How the first model was chosen. */
  readonly search?: SearchSection;
  readonly health?: HealthSection;
  /** The images whose folder is probably wrong, if the labels were judged. */
  readonly labels?: LabelsSection | undefined;
  readonly map?: MapSection | undefined;
  readonly reproduce?: ReproduceSection;
  /** Commands that use the first model. */
  readonly use?: readonly Command[];
}

/** A name and its value. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** Another way to classify the images, and its accuracy. */
export interface Baseline {
  readonly name: string;
  /** 0 to 1. */
  readonly accuracy: number;
  /** The number of images that the accuracy was measured on. Left out when it was not measured. */
  readonly samples?: number;
}

/** Two models on the images that both predicted. */
export interface ModelPair {
  /** The names of the models. */
  readonly first: string;
  readonly second: string;
  /** The number of the images. */
  readonly shared: number;
  /** On these images, 0 to 1; NaN without an image. */
  readonly accuracies: readonly [number, number];
  /** The numbers of images on which only one of the models is right. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** Of such a difference between models that are equally good, 0 to 1. */
  readonly probability: number;
}

/** A search for a model among candidates. */
export interface SearchSection {
  /** The seconds for the search and the training of the winner. */
  readonly budget: number;
  /** The number of training images that the candidates were trained on, and of those that they were compared on. */
  readonly images: { readonly training: number; readonly compared: number };
  readonly winner: string;
  readonly trials: readonly SearchTrial[];
  /** Candidates that were not tried. */
  readonly leftOut: readonly { readonly candidate: string; readonly reason: string }[];
}

/** A training of a candidate. */
export interface SearchTrial {
  readonly candidate: string;
  readonly epochs: number;
  /** On the images that the candidates are compared on, 0 to 1. */
  readonly accuracy: number;
  readonly loss: number;
  readonly seconds: number;
}

export interface DatasetSection {
  readonly folder: string;
  /** In the order of the class map. */
  readonly classes: readonly ClassCount[];
  /** How the validation images were chosen, in words. */
  readonly split: string;
  /** A few pictures as examples. */
  readonly examples?: readonly ExamplePicture[];
}

export interface ModelSection {
  readonly name: string;
  /** The kind of model, in one sentence. */
  readonly description?: string;
  readonly parameters: number;
  readonly engine: string;
  readonly seconds: number;
  readonly recipe: Recipe;
  readonly augmentation: Augmentation;
  /** Optimiser, schedule, batch size, ... */
  readonly settings: readonly Fact[];
  readonly layers?: readonly LayerRow[];
  readonly metrics: readonly EpochMetrics[];
  /** The share of label smoothing, 0 to 1. */
  readonly labelSmoothing?: number;
  /**
   * The epoch with the best validation results, whose weights were kept. Left out when those of the last epoch were
   * kept.
   */
  readonly bestEpoch?: number;
  /** A sweep of the learning rate before the training. */
  readonly rates?: RatesSection | undefined;
  readonly evaluation?: EvaluationSection;
  /** The accuracy on corrupted images, if it was measured. */
  readonly robustness?: RobustnessSection | undefined;
  /** Some images and their augmentations in the first epochs, with captions in it: an encoded PNG. */
  readonly augmented?: Uint8Array | undefined;
  /** Pictures that show what the model looks for, if some were made. */
  readonly pictures?: readonly ModelPicture[] | undefined;
}

/** The accuracies of a model on corrupted images, 0 to 1. */
export interface RobustnessSection {
  /** The folder of the images, and their number. */
  readonly folder: string;
  readonly samples: number;
  /** Without a corruption. */
  readonly accuracy: number;
  /** Over all corruptions and severities. */
  readonly mean: number;
  readonly corruptions: readonly (CorruptionCurve & { readonly mean: number })[];
}

/** A picture of filters or classes, with captions in it. */
export interface ModelPicture {
  readonly title: string;
  /** An encoded PNG, JPEG or WebP. */
  readonly image: Uint8Array;
}

/** The losses at rising learning rates. */
export interface RatesSection {
  readonly steps: readonly SweepPoint[];
  readonly suggestion: number;
  /** The rate of the training. */
  readonly used: number;
}

/** One layer of a model's summary. */
export interface LayerRow {
  readonly name: string;
  readonly kind: string;
  /** The output shape without the batch: "75 x 75 x 32". */
  readonly output: string;
  readonly parameters: number;
}

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
  /** Images that were taken for another class, for some pairs of classes. */
  readonly confused?: readonly ConfusedImages[];
  /** The largest losses, the worst first. */
  readonly topLosses: readonly TopLoss[];
  /** One answer for each validation image, for the calibration of the model. */
  readonly answers?: readonly Answer[];
  /** The expected calibration error, the temperature that fits best, and the error that is left with such a temperature. */
  readonly calibration?: CalibrationFigures | undefined;
}

/** How well the probabilities of a model agree with its accuracy. */
export interface CalibrationFigures {
  /** The expected calibration error, 0 to 1. */
  readonly error: number;
  /** Above 1: the model is too sure of itself. */
  readonly temperature: number;
  /** The error with temperatures that were fitted on other images. */
  readonly scaledError: number;
}

/** Images of one class that were taken for one other class. */
export interface ConfusedImages {
  /** Positions in the class map. */
  readonly label: number;
  readonly predicted: number;
  readonly images: readonly Thumbnail[];
}

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

export interface Thumbnail {
  /** An encoded PNG, JPEG or WebP. */
  readonly image: Uint8Array;
  readonly caption: string;
}

/** A prepared image of the data set, with its class as the caption. */
export interface ExamplePicture extends Thumbnail {
  /** The image as it is in the file, where the preparation does more than give it a size. Encoded as `image`. */
  readonly original?: Uint8Array | undefined;
}

/** Parts of a `HealthReport`. An empty list means that nothing was found. */
export interface HealthSection {
  readonly bad?: readonly Pick<UnreadableImage, 'id' | 'reason'>[];
  readonly duplicates?: readonly DuplicateGroup[];
  /** The images of the duplicates that are shown, by id, encoded as PNG, JPEG or WebP. Without them a table has their names. */
  readonly pictures?: ReadonlyMap<string, Uint8Array> | undefined;
  readonly giveaways?: readonly Giveaway[];
  readonly findings?: readonly Finding[];
}

export interface ReproduceSection {
  readonly seed: number;
  readonly commands: readonly Command[];
  /** Versions of the program and its libraries. */
  readonly versions: readonly Fact[];
  /** For example the hashes of the image names and of the recipe. */
  readonly hashes: readonly Fact[];
}

export interface Command {
  readonly line: string;
  readonly purpose?: string;
}
