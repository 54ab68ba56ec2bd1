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

/** All that a report says, as plain data. What is left out leaves its section out. */
export interface ReportData {
  readonly title: string;
  /** When the first run was started, as it shall be read. */
  readonly date: string;
  readonly version: string;
  readonly dataset: DatasetSection;
  /** In the order to show; the headline speaks of the first. One after `sprout train`, several after `sprout demo`. */
  readonly models: readonly ModelSection[];
  /** What the models are held against besides chance and the most frequent class, which the report works out itself. */
  readonly baselines?: readonly Baseline[];
  readonly health?: HealthSection;
  readonly reproduce?: ReproduceSection;
  /** Commands that use the first model. */
  readonly use?: readonly Command[];
}

/** A name and what stands beside it. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** Another way to tell the classes apart, and how well it does. */
export interface Baseline {
  readonly name: string;
  /** 0 to 1. */
  readonly accuracy: number;
  /** The images that the accuracy was measured on; left out where it was not measured. */
  readonly samples?: number;
}

export interface DatasetSection {
  readonly folder: string;
  /** In the order of the class map. */
  readonly classes: readonly ClassCount[];
  /** How the validation images were chosen, in words. */
  readonly split: string;
  /** A few pictures, to see what this is about. */
  readonly examples?: readonly Thumbnail[];
}

export interface ModelSection {
  readonly name: string;
  /** What kind of model it is, in a sentence. */
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
  /** The epoch whose weights were kept because it did best on the validation images; left out when the last one's were. */
  readonly bestEpoch?: number;
  readonly evaluation?: EvaluationSection;
}

/** One layer of a model's summary. */
export interface LayerRow {
  readonly name: string;
  readonly kind: string;
  /** The shape of what comes out, without the batch: "75 x 75 x 32". */
  readonly output: string;
  readonly parameters: number;
}

/** How a model did on the validation images. */
export interface EvaluationSection {
  readonly samples: number;
  readonly accuracy: number;
  readonly loss: number;
  /** In the order of the class map. */
  readonly classes: readonly ClassScore[];
  /** `[classes][classes]`, images: rows the true classes, columns the predicted ones. */
  readonly confusion: readonly (readonly number[])[];
  /** The largest losses, the worst first. */
  readonly topLosses: readonly TopLoss[];
  /** One a validation image; shows whether the model knows how sure it may be. */
  readonly answers?: readonly Answer[];
}

export interface TopLoss {
  readonly path: string;
  readonly label: string;
  readonly predicted: string;
  /** The probability of what was predicted, and of the label. */
  readonly probability: number;
  readonly labelProbability: number;
  readonly loss: number;
  /** An encoded PNG, JPEG or WebP. */
  readonly image?: Uint8Array;
}

export interface Thumbnail {
  /** An encoded PNG, JPEG or WebP. */
  readonly image: Uint8Array;
  readonly caption: string;
}

/** What was found in the data; a whole `HealthReport` fits. Empty lists mean: looked for, not found. */
export interface HealthSection {
  readonly bad?: readonly Pick<UnreadableImage, 'id' | 'reason'>[];
  readonly duplicates?: readonly DuplicateGroup[];
  readonly giveaways?: readonly Giveaway[];
  readonly findings?: readonly Finding[];
}

export interface ReproduceSection {
  readonly seed: number;
  readonly commands: readonly Command[];
  /** Versions of what took part. */
  readonly versions: readonly Fact[];
  /** Hashes of the images' names and of the recipe, say. */
  readonly hashes: readonly Fact[];
}

export interface Command {
  readonly line: string;
  readonly purpose?: string;
}
