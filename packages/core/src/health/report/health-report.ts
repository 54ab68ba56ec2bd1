import type { UnreadableImage } from './health-input.ts';

/** The health of a data set, as plain data. */
export interface HealthReport {
  /** Readable images. */
  readonly images: number;
  readonly classes: readonly ClassHealth[];
  /** The most frequent first. */
  readonly formats: readonly { readonly format: string; readonly images: number }[];
  /** In pixels and bytes. Left out when no image could be read. */
  readonly sizes?: { readonly height: Spread; readonly width: Spread; readonly bytes: Spread };
  /** Width divided by height. Left out when no image could be read. */
  readonly proportions?: Spread;
  readonly bad: readonly UnreadableImage[];
  readonly wrongExtensions: readonly { readonly id: string; readonly format: string }[];
  /** Files that are unusual, but sound. Left out if there are none. */
  readonly odd?: readonly { readonly id: string; readonly oddity: string }[];
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
  /** The sub-folders of the class, if all its images are in two or more: `a`, or `a/b`. */
  readonly folders?: readonly string[];
  /** Left out when the images are not split. */
  readonly training?: number;
  readonly validation?: number;
}

export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** Images with equal files, equal pixels or nearly equal pixels. In the order of the data set. */
export interface DuplicateGroup {
  readonly kind: 'same-file' | 'same-pixels' | 'near';
  readonly ids: readonly string[];
  /** The classes of its images. */
  readonly classes: readonly string[];
  /** Whether the group has both training and validation images. */
  readonly acrossSplit: boolean;
}

export interface Imbalance {
  /** Images of the largest class divided by those of the smallest. Left out when a class is empty. */
  readonly ratio?: number;
  /** The exponential of the entropy of the class sizes: the number of equally large classes with the same entropy. */
  readonly effectiveClasses: number;
}

/** How well the class can be predicted from one feature that should not predict it. */
export interface Giveaway {
  readonly feature: string;
  /** Balanced accuracy (the mean accuracy of the classes), cross-validated, 0 to 1. */
  readonly accuracy: number;
  /** The balanced accuracy of guessing. */
  readonly chance: number;
  /** Whether the prediction is better than chance could explain, and good enough to mislead a model. */
  readonly suspicious: boolean;
  /** How well each class is distinguished from the rest: the area under its ROC curve, 0.5 for guessing. */
  readonly classes: readonly ClassGiveaway[];
}

export interface ClassGiveaway {
  readonly name: string;
  readonly area: number;
  /** Whether this class is given away. */
  readonly suspicious: boolean;
}

/** One fact that the owner of the data should know. */
export interface Finding {
  readonly severity: 'note' | 'warning' | 'problem';
  readonly kind:
    | 'unreadable'
    | 'wrong-extension'
    | 'odd-file'
    | 'duplicates'
    | 'class-conflict'
    | 'split-leak'
    | 'imbalance'
    | 'small-class'
    | 'one-class'
    | 'mixed-shapes'
    | 'giveaway';
  /** What was found, where, and what to do about it. */
  readonly sentence: string;
  readonly classes: readonly string[];
  /** The ids of all files concerned; the sentence names the first few. */
  readonly files: readonly string[];
}
