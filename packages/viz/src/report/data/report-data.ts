import type { DuplicateGroup, Finding, Giveaway, UnreadableImage } from '@sprout/core';
import type { ClassCount } from '../../plots/class-count-bars.ts';
import type { Command } from './command.ts';
import type { Fact } from './fact.ts';
import type { LabelsSection, MapSection } from './labels-section.ts';
import type { ModelSection } from './model-section.ts';
import type { SearchSection } from './search-section.ts';
import type { ExamplePicture } from './thumbnail.ts';

/** The content of a report, as plain data. A section without data is left out. */
export interface ReportData {
  readonly title: string;
  /** The date of the first run, as text. */
  readonly date: string;
  readonly version: string;
  /** What the page is about, for `pageContent`. */
  readonly content?: string | undefined;
  readonly dataset: DatasetSection;
  /** The paths of files that the report was made from and that were changed since they were written. */
  readonly changedFiles?: readonly string[];
  /** In the order in which they are shown. The headline is about all of them, the best first. */
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
  /** Of a difference at least as large if both models were equally good, 0 to 1. */
  readonly probability: number;
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
