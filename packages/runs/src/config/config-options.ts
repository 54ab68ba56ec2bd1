import type { AugmentationOp, RecipeOp } from '@sprout/imgproc';
import type { RequestedEngine } from '@sprout/train';
import type { BadImagePolicy, Fit, Optimiser, ValidationWay } from '../options/limits.ts';
import type { ConfigInput, GivenModel } from './config-schema.ts';

/** Options of every function that uses a configuration. An option that is left out is taken from the configuration. */
export interface ConfigOptions {
  /**
   * A configuration; the path of a file that holds one (YAML or JSON); or `preset:NAME`. The options below take precedence over it.
   */
  readonly config?: string | ConfigInput | undefined;
  /** Settings such as `train.epochs=3`, each for one field of the configuration. */
  readonly set?: readonly string[] | undefined;
  readonly seed?: number | undefined;
  /** The number of image workers, 0 to 64; 0 prepares images in the calling thread. By default one for each core, at most 8. */
  readonly workers?: number | undefined;
  readonly batchSize?: number | undefined;
  readonly engine?: RequestedEngine | undefined;
  /** What to do with images that cannot be used. `fail` by default. */
  readonly onBad?: BadImagePolicy | undefined;
  /** Whether links that lead out of the folder are followed. Not by default. */
  readonly followLinks?: boolean | undefined;
  /** The largest number of pixels of an image file; an image with more is bad. 268,402,689 by default. */
  readonly pixelLimit?: number | undefined;
}

export interface ImageSize {
  readonly height: number;
  readonly width: number;
}

/** Options of the functions that take the recipe from the configuration, not from a trained model. */
export interface ImageOptions extends ConfigOptions {
  /** Changes the size of the recipe's `resize` and `reduce`, or adds a `resize` if the recipe has none. */
  readonly size?: ImageSize | undefined;
  /** How the recipe's `resize` treats images of another shape: `squash`, the default, `crop` or `pad`. */
  readonly fit?: Fit | undefined;
  /** The ops of the recipe, the path of a file that holds them, or `preset:NAME`. */
  readonly recipe?: string | readonly RecipeOp[] | undefined;
  /** The ops of the augmentation, the path of a file that holds them, or `preset:NAME`; `false` for no augmentation. */
  readonly augment?: string | readonly AugmentationOp[] | false | undefined;
}

/** Options that describe a training. */
export interface TrainingOptions extends ImageOptions {
  /** A folder with one sub-folder for each class; required unless the configuration has it. */
  readonly folder?: string | undefined;
  /** A name from `models()`; the file of a Keras or TensorFlow.js model, as a base; or `auto`. */
  readonly model?: GivenModel | undefined;
  /** The file of the released weights of a base. */
  readonly weights?: string | undefined;
  /** The time for the model `auto`, such as `15m`: a search for a model, and the training of its winner. */
  readonly budget?: string | undefined;
  /**
   * The layers that are trained of a base with a head: only the `head` (the default), `all`, or `from:LAYER`, which is the head and
   * the layers from LAYER on. `head,all` trains in two stages: first the head, then all layers.
   */
  readonly trainable?: string | undefined;
  /**
   * The folder of a feature store, on which the head is trained; `auto` for a store in the cache, `none` for no store. By default
   * `auto` if the base is frozen and nothing random happens to the images.
   */
  readonly features?: string | undefined;
  /** The number of passes over the training images. */
  readonly epochs?: number | undefined;
  readonly optimiser?: Optimiser | undefined;
  readonly learningRate?: number | undefined;
  /** The training stops after this number of epochs without a better one. */
  readonly patience?: number | undefined;
  /** The folder of the training images, in place of `folder`, where `validation` is a folder. */
  readonly train?: string | undefined;
  /**
   * Validation images: a share of each class (below 1), a number of images of each class, or a folder of their own, with one sub-folder
   * for each class.
   */
  readonly validation?: number | string | undefined;
  readonly validationBy?: ValidationWay | undefined;
  /** A CSV file with the columns path and subset, `training` or `validation`. It takes precedence over the other options of a split. */
  readonly split?: string | undefined;
  /** Keeps files of one group in one subset: a pattern in their path, or a CSV file with the columns path and group. */
  readonly groupBy?: string | undefined;
  /** A CSV file with the columns path and tags: trains a model of tags, of which an image may have several. */
  readonly tags?: string | undefined;
  /** Whether prepared images are cached on disk. */
  readonly cache?: boolean | undefined;
}
