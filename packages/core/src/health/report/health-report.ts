import type { UnreadableImage } from './health-input.ts';

/** What was found about a data set, as plain data. */
export interface HealthReport {
  /** Readable images. */
  readonly images: number;
  readonly classes: readonly ClassHealth[];
  /** The most frequent first. */
  readonly formats: readonly { readonly format: string; readonly images: number }[];
  /** In pixels and bytes; left out where there is no image. */
  readonly sizes?: { readonly height: Spread; readonly width: Spread; readonly bytes: Spread };
  readonly bad: readonly UnreadableImage[];
  readonly wrongExtensions: readonly { readonly id: string; readonly format: string }[];
  readonly duplicates: readonly DuplicateGroup[];
  readonly imbalance: Imbalance;
  readonly giveaways: readonly Giveaway[];
  /** The worst first. */
  readonly findings: readonly Finding[];
}

export interface ClassHealth {
  readonly name: string;
  readonly images: number;
  readonly bad: number;
  /** Left out where the images are not split. */
  readonly training?: number;
  readonly validation?: number;
}

export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** Images that show the same: file for file, pixel for pixel, or nearly. In the data set's order. */
export interface DuplicateGroup {
  readonly kind: 'same-file' | 'same-pixels' | 'near';
  readonly ids: readonly string[];
  /** The classes they lie in. */
  readonly classes: readonly string[];
  /** Whether some are for training and some for validation. */
  readonly acrossSplit: boolean;
}

export interface Imbalance {
  /** Images of the largest class over those of the smallest; left out where a class is empty. */
  readonly ratio?: number;
  /** How many equally large classes would be as varied (the exponential of the entropy). */
  readonly effectiveClasses: number;
}

/** How well the class is predicted by something that should say nothing about it. */
export interface Giveaway {
  readonly feature: string;
  /** Mean of the classes' accuracies, cross-validated, 0 to 1. */
  readonly accuracy: number;
  /** The same by guessing. */
  readonly chance: number;
  /** Whether it is both beyond chance and enough to mislead a model. */
  readonly suspicious: boolean;
  /** How well each class is told from the rest: the area under its ROC curve, 0.5 by guessing. */
  readonly classes: readonly ClassGiveaway[];
}

export interface ClassGiveaway {
  readonly name: string;
  readonly area: number;
  /** Whether this class is given away. */
  readonly suspicious: boolean;
}

/** One thing that the owner of the data should know. */
export interface Finding {
  readonly severity: 'note' | 'warning' | 'problem';
  readonly kind:
    | 'unreadable'
    | 'wrong-extension'
    | 'duplicates'
    | 'class-conflict'
    | 'split-leak'
    | 'imbalance'
    | 'small-class'
    | 'giveaway';
  /** What it is, where, and what to do. */
  readonly sentence: string;
  readonly classes: readonly string[];
  /** All that are concerned; the sentence names the first few. */
  readonly files: readonly string[];
}
