import {
  BAD_IMAGE_POLICIES,
  ENGINES,
  LIMITS,
  OPTIMISERS,
  VALIDATION_WAYS,
  type WholeRange,
} from './limits.ts';

/** An option that sets one field of the configuration. */
export interface SettingOption {
  /** The field of the configuration. */
  readonly path: readonly string[];
  /** The option on the command line. Left out if there is none. */
  readonly flag?: string;
  readonly help?: string;
  /** The default of `train`, as the help states it: the value, and `of MODEL` if it depends on the model. */
  readonly byDefault?: string;
  /** The range of a whole number. */
  readonly range?: WholeRange;
  /** The names that are allowed. */
  readonly choices?: readonly string[];
}

/**
 * The options that set fields of the configuration, in the order in which they are applied. They have the same names in the
 * functions of this package and on the command line.
 */
export const SETTING_OPTIONS = {
  folder: { path: ['data', 'folder'] },
  validation: {
    path: ['data', 'validation'],
    flag: '--validation <count|share|dir>',
    help: 'validation images: a number or a share of the images of each class, or a separate folder',
    byDefault: '0.2',
  },
  validationBy: {
    path: ['data', 'validationBy'],
    flag: '--validation-by <way>',
    help: 'how validation images are chosen',
    choices: VALIDATION_WAYS,
    byDefault: 'random',
  },
  split: {
    path: ['data', 'split'],
    flag: '--split <csv>',
    help: 'the subset of each image, by a CSV file path,subset (sprout split makes one)',
  },
  groupBy: {
    path: ['data', 'groupBy'],
    flag: '--group-by <regex|csv>',
    help: 'keep files of one group in one subset: by a pattern in their path, or by a CSV file path,group',
  },
  tags: {
    path: ['data', 'tags'],
    flag: '--tags <csv>',
    help: 'several tags for each image, by a CSV file path,tags; no class folders are needed',
  },
  onBad: {
    path: ['data', 'onBad'],
    flag: '--on-bad <policy>',
    help: 'what to do with images that cannot be used',
    choices: BAD_IMAGE_POLICIES,
    byDefault: 'fail',
  },
  followLinks: {
    path: ['data', 'followLinks'],
    flag: '--follow-links',
    help: 'follow links that lead out of the folder',
  },
  pixelLimit: {
    path: ['data', 'pixelLimit'],
    flag: '--pixel-limit <number>',
    help: 'images with more pixels are bad',
    range: LIMITS.pixelLimit,
    byDefault: '268402689',
  },
  cache: {
    path: ['data', 'cache'],
    flag: '--no-cache',
    help: 'prepare the images again in every epoch',
  },
  recipe: {
    path: ['recipe'],
    flag: '--recipe <file>',
    help: 'a file with the ops of the recipe, or preset:NAME',
    byDefault: 'of the model',
  },
  augment: {
    path: ['augment'],
    flag: '--no-augment',
    help: 'train without an augmentation',
  },
  model: {
    path: ['model', 'name'],
    flag: '--model <name>',
    help: 'logistic, small-cnn, ... (sprout models lists them); the file of a Keras or TensorFlow.js model, as a base (.keras, .h5, model.json); auto finds a model',
    byDefault: 'small-cnn',
  },
  weights: {
    path: ['model', 'weights'],
    flag: '--weights <file>',
    help: 'the released weights of the network that --model names, as a file (.h5, .keras, .pth, .npz, .safetensors, model.json) or a URL; without it, released weights are downloaded if their address is known',
  },
  budget: {
    path: ['model', 'budget'],
    flag: '--budget <time>',
    help: 'the time for --model auto, which compares models and trains the best: 15m, 90s, 1h',
    byDefault: '15m',
  },
  trainable: {
    path: ['model', 'trainable'],
    flag: '--trainable <layers>',
    help: 'the layers to train of a network with released weights: head, all, from:LAYER; head,all trains in two stages',
    byDefault: 'head',
  },
  features: {
    path: ['data', 'features'],
    flag: '--features <store>',
    help: 'train the head on a feature store (sprout features makes one); auto: on one in the cache; none: on the images',
    byDefault: 'auto for a frozen base whose images are not augmented',
  },
  epochs: {
    path: ['train', 'epochs'],
    flag: '--epochs <number>',
    help: 'the number of passes over the training images',
    range: LIMITS.epochs,
    byDefault: '30 of small-cnn',
  },
  optimiser: {
    path: ['train', 'optimiser', 'name'],
    flag: '--optimiser <name>',
    help: 'what updates the weights',
    choices: OPTIMISERS,
    byDefault: 'adamw of small-cnn',
  },
  learningRate: {
    path: ['train', 'optimiser', 'learningRate'],
    flag: '--learning-rate <number>',
    help: 'the learning rate of the optimiser',
    byDefault: '0.005 of small-cnn',
  },
  patience: {
    path: ['train', 'earlyStopping', 'patience'],
    flag: '--patience <epochs>',
    help: 'stop after this number of epochs without a better one',
    range: LIMITS.patience,
    byDefault: 'no early stop',
  },
  batchSize: {
    path: ['train', 'batchSize'],
    flag: '--batch-size <number>',
    help: 'images in a batch',
    range: LIMITS.batchSize,
    byDefault: '32, or that of the model',
  },
  seed: {
    path: ['train', 'seed'],
    flag: '--seed <number>',
    help: 'addresses all randomness',
    range: LIMITS.seed,
    byDefault: '0',
  },
  engine: {
    path: ['engine'],
    flag: '--engine <name>',
    help: 'what computes',
    choices: ENGINES,
    byDefault: 'auto',
  },
  workers: {
    path: ['workers'],
    flag: '--workers <number>',
    help: 'image workers; 0 prepares images in the main thread',
    range: LIMITS.workers,
    byDefault: 'one for each core, at most 8',
  },
} as const satisfies Readonly<Record<string, SettingOption>>;

export type SettingName = keyof typeof SETTING_OPTIONS;
