// Limits and defaults that the configuration schema, the functions of this package and the command line share. This file has no
// imports, because the command line loads it to print its help.

/** The range of a whole number. */
export interface WholeRange {
  readonly least: number;
  /** Left out if there is no upper limit. */
  readonly most?: number;
}

export const LIMITS = {
  epochs: { least: 1, most: 100_000 },
  batchSize: { least: 1, most: 65_536 },
  /** Epochs that are no better than the best one, before a training stops. */
  patience: { least: 1 },
  /** Image workers; 0 prepares images in the main thread. */
  workers: { least: 0, most: 64 },
  seed: { least: 0 },
  /** Pixels of an image file, before it is prepared. */
  pixelLimit: { least: 1 },
  /** Height and width of an image, in pixels. */
  side: { least: 1, most: 4096 },
  /** Validation images of each class. */
  perClass: { least: 1 },
  /** Bytes of a configuration file. */
  configBytes: { least: 0, most: 1_000_000 },
  /** Bytes of a file of weights. VGG16 with its top has 553 million. */
  weightsBytes: { least: 0, most: 2_000_000_000 },
  /** Augmented copies of each image in a feature store. */
  copies: { least: 0, most: 1000 },
  /** Augmented images of each image, on disk or in a preview. */
  augmentedCopies: { least: 1, most: 1000 },
  /** Rows of a preview. */
  rows: { least: 1 },
  /** Pictures of a contact sheet: more make a file that no viewer opens. */
  sheetPictures: { least: 1, most: 2000 },
  /** Classes of a prediction that are named. */
  top: { least: 1 },
  /** Steps of a gradient ascent, and pictures of its course. */
  steps: { least: 1, most: 1_000_000 },
  frames: { least: 1, most: 100 },
  /** Sizes of images of a gradient ascent, and pictures of each filter or class. */
  octaves: { least: 1, most: 10 },
  variants: { least: 1, most: 16 },
  /** Classes of a model. */
  classes: { least: 2 },
  /** Images of each class of a synthetic data set, and their height and width. `sample` checks upper limits. */
  sampleImages: { least: 1 },
  sampleSize: { least: 16 },
  /** Channels of a layer in a picture. */
  channels: { least: 1, most: 1000 },
} as const satisfies Readonly<Record<string, WholeRange>>;

/** The default values of options, in the functions of this package and on the command line. */
export const DEFAULTS = {
  runs: 'runs',
  /** The folder for what `inspect` writes about labels. */
  seed: 0,
  validationBy: 'random',
  splitMode: 'manifest',
  /** Rows of a preview. */
  rows: 6,
  /** Augmented images of each image, on disk or in a preview. */
  augmentedCopies: 4,
  sample: { kind: 'seedlings', classes: 12, images: 40, size: 150 },
  summary: { classes: 12 },
  demo: 'demo',
  comparison: 'comparison.html',
  /** The folder for the pictures of `visualize`. */
  pictures: 'pictures',
  octaveScale: 1.4,
  /** The method, the folder and the file of pictures that show what a model looks at, and the channels of a layer in them. */
  method: 'grad-cam',
  attribution: 'attribution',
  activations: 'activations.png',
  /** The folder and the largest change of images that are changed to deceive a model. */
  adversarial: 'adversarial',
  attack: 'pgd',
  epsilon: 64,
  channels: 64,
} as const;

/** The engines that can be requested; `auto` chooses the fastest one that is available. */
export const ENGINES = ['auto', 'onnx', 'wasm', 'tensorflow', 'cpu'] as const;

/** How images of another shape are resized: with other proportions, cropped to the centre, or with a border of one colour. */
export const FITS = ['squash', 'crop', 'pad'] as const;
export type Fit = (typeof FITS)[number];

/** The optimisers that a training can use. */
export const OPTIMISERS = ['adam', 'adamw', 'rmsprop', 'sgd'] as const;
export type Optimiser = (typeof OPTIMISERS)[number];

/** Whether a command leaves out bad images or fails. */
export const BAD_IMAGE_POLICIES = ['skip', 'fail'] as const;
export type BadImagePolicy = (typeof BAD_IMAGE_POLICIES)[number];

/** How validation images are chosen: by the seed, or those whose SHA-256 of `class/file` is smallest. */
export const VALIDATION_WAYS = ['random', 'hash'] as const;
export type ValidationWay = (typeof VALIDATION_WAYS)[number];

/** How pictures are made by gradient ascent: by the loop of the book, or with the defaults of lucid. */
export const ASCENT_STYLES = ['book', 'modern'] as const;
export type AscentStyleName = (typeof ASCENT_STYLES)[number];

/** How images are changed to deceive a model: in one step or in several. */
export const ATTACKS = ['fgsm', 'pgd'] as const;
export type AttackName = (typeof ATTACKS)[number];

/** The kinds of synthetic data sets. */
export const SAMPLE_KINDS = ['seedlings', 'multi-label', 'grouped'] as const;

/** What `split` does with the files. */
export const SPLIT_MODES = ['manifest', 'copy', 'move'] as const;
export type SplitAction = (typeof SPLIT_MODES)[number];
