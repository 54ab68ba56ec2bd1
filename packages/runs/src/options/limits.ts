// Facts that the schema of configurations, the options of the commands and the command line share. Without imports: the
// command line loads this file to print its help.

/** The range of a whole number. */
export interface WholeRange {
  readonly least: number;
  /** No limit where it is left out. */
  readonly most?: number;
}

export const LIMITS = {
  epochs: { least: 1, most: 100_000 },
  batchSize: { least: 1, most: 65_536 },
  /** Image workers; 0 prepares images in the main thread. */
  workers: { least: 0, most: 64 },
  seed: { least: 0 },
  /** Height and width of an image, in pixels. */
  side: { least: 1, most: 4096 },
  /** Validation images of each class. */
  perClass: { least: 1 },
  /** Rows of a preview. */
  rows: { least: 1 },
  /** Classes of a model. */
  classes: { least: 2 },
  /** Images of each class of a synthetic data set, and their height and width; `sample` has upper limits too. */
  sampleImages: { least: 1 },
  sampleSize: { least: 16 },
} as const satisfies Readonly<Record<string, WholeRange>>;

/** Values that a function of this package, and the option on the command line, have where nothing is given. */
export const DEFAULTS = {
  runs: 'runs',
  seed: 0,
  validationBy: 'random',
  splitMode: 'manifest',
  /** Rows of a preview. */
  rows: 6,
  sample: { classes: 12, images: 40, size: 150 },
  summary: { size: { height: 150, width: 150 }, classes: 12 },
  demo: 'demo',
} as const;

/** The engines that can be asked for; `auto` takes the best one that is available. */
export const ENGINES = ['auto', 'onnx', 'wasm', 'tensorflow', 'cpu'] as const;

/** Whether a command fails because of images that cannot be used, or leaves them out. */
export const BAD_IMAGE_POLICIES = ['skip', 'fail'] as const;
export type BadImagePolicy = (typeof BAD_IMAGE_POLICIES)[number];

/** How validation images are chosen: by the seed, or those whose SHA-256 of `class/file` is smallest. */
export const VALIDATION_WAYS = ['random', 'hash'] as const;
export type ValidationWay = (typeof VALIDATION_WAYS)[number];

/** What `split` does with the files. */
export const SPLIT_MODES = ['manifest', 'copy', 'move'] as const;
export type SplitAction = (typeof SPLIT_MODES)[number];
