import type { Augmentation, EpochMetrics, Recipe } from '@sprout/core';
import type { CorruptionCurve } from '../../plots/corruption-curves.ts';
import type { SweepPoint } from '../../plots/rate-sweep.ts';
import type { EvaluationSection } from './evaluation-section.ts';
import type { Fact } from './fact.ts';

/** A trained model: its settings, its training and its results. */
export interface ModelSection {
  readonly name: string;
  /** The kind of model, in one sentence. */
  readonly description?: string;
  readonly parameters: number;
  readonly engine: string;
  /** The time of the epochs. */
  readonly seconds: number;
  /** The time of the whole run, with evaluation and report; left out if it is not known yet. */
  readonly totalSeconds?: number | undefined;
  /** Whether only a head was trained, on features that the base computed before the first epoch. */
  readonly onFeatures?: boolean;
  readonly recipe: Recipe;
  readonly augmentation: Augmentation;
  /** Optimiser, schedule, batch size, ... */
  readonly settings: readonly Fact[];
  readonly layers?: readonly LayerRow[];
  readonly metrics: readonly EpochMetrics[];
  /** The share of label smoothing, 0 to 1. */
  readonly labelSmoothing?: number;
  /**
   * The epoch with the best validation results, whose weights were kept. Left out if the weights of the last epoch
   * were kept.
   */
  readonly bestEpoch?: number;
  /** A sweep of the learning rate before the training. */
  readonly rates?: RatesSection | undefined;
  readonly evaluation?: EvaluationSection;
  /** The accuracy on corrupted images, if it was measured. */
  readonly robustness?: RobustnessSection | undefined;
  /** A picture of some images and their augmentations in the first epochs, with captions: an encoded PNG. */
  readonly augmented?: Uint8Array | undefined;
  /** Pictures of filters and classes, if some were made. */
  readonly pictures?: readonly ModelPicture[] | undefined;
}

/** The accuracies of a model on corrupted images, 0 to 1. */
export interface RobustnessSection {
  /** The folder of the images, and their number. */
  readonly folder: string;
  readonly samples: number;
  /** The accuracy without a corruption. */
  readonly accuracy: number;
  /** The mean accuracy over all corruptions and severities. */
  readonly mean: number;
  readonly corruptions: readonly (CorruptionCurve & { readonly mean: number })[];
}

/** A picture of filters or classes, with captions. */
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
