import { SproutError } from '@sprout/core';
import type { ConfigInput } from './config-schema.ts';

/** The start of a preset's name where a file could be named too. */
const PREFIX = 'preset:';

/** As the book splits its data set: 12 images of each class. */
const BOOK_DATA: ConfigInput['data'] = { validation: { perClass: 12 } };

/** The book trains for 10 epochs, with batches of 32. */
const BOOK_TRAINING: ConfigInput['train'] = { epochs: 10, batchSize: 32 };

/** Adam's learning rate does not change, as by default in Keras. */
const BOOK_HEAD_TRAINING: ConfigInput['train'] = {
  ...BOOK_TRAINING,
  schedule: { name: 'constant' },
};

/** The head of the book: the classes directly on the flattened features of VGG16. */
const BOOK_MODEL: ConfigInput['model'] = { name: 'vgg16', head: [], trainable: 'head' };

/** The book's images: 150 x 150, as Keras' `flow_from_directory` resizes them by default. */
const BOOK_RESIZE = { op: 'resize', height: 150, width: 150, resampler: 'pil-nearest' } as const;

/** The masked images of the book are resized by cv2 instead. */
const MASKED_RESIZE = { ...BOOK_RESIZE, resampler: 'cv2-linear' } as const;

const TENTH = [0, 0.1] as const;

/** The augmentation that the book takes from the examples of imgaug; see `docs/decisions/0027-imgaug.md`. */
const IMGAUG_BOOK: ConfigInput['augment'] = [
  {
    op: 'random-order',
    ops: [
      { op: 'flip-horizontal', probability: 0.5 },
      { op: 'crop', top: TENTH, right: TENTH, bottom: TENTH, left: TENTH, resampler: 'cv2-area' },
      {
        op: 'sometimes',
        probability: 0.5,
        ops: [{ op: 'gaussian-blur', deviation: [0, 0.5], window: 'imgaug' }],
      },
      { op: 'linear-contrast', factor: [0.75, 1.5] },
      { op: 'gaussian-noise', deviation: [0, 0.05 * 255], perChannel: 0.5 },
      { op: 'multiply', factor: [0.8, 1.2], perChannel: 0.2 },
    ],
  },
];

/**
 * The augmentation of Keras' well-known example for small data sets. Its shear of 0.2 was meant in radians; Keras takes degrees since
 * version 2.1.3, so that the example barely shears.
 */
const KERAS_EXAMPLE: ConfigInput['augment'] = [
  {
    op: 'keras',
    compat: 'keras-preprocessing-1.1.2',
    rotation: 40,
    widthShift: 0.2,
    heightShift: 0.2,
    shear: 0.2,
    zoom: [0.8, 1.2],
    flipHorizontal: true,
  },
];

/** Configurations that are known by name. */
const PRESETS: ReadonlyMap<string, ConfigInput> = new Map<string, ConfigInput>([
  ['keras-image-data-generator', { augment: KERAS_EXAMPLE }],
  ['imgaug-book', { augment: IMGAUG_BOOK }],
  [
    'book-baseline',
    {
      data: BOOK_DATA,
      recipe: [BOOK_RESIZE],
      augment: [],
      // the optimiser is that of the model: the one of the book, SGD at a rate of 0.01, diverges on bytes
      model: { name: 'logistic' },
      train: BOOK_TRAINING,
    },
  ],
  [
    'book-vgg16',
    {
      data: BOOK_DATA,
      recipe: [BOOK_RESIZE],
      augment: [],
      model: BOOK_MODEL,
      train: BOOK_HEAD_TRAINING,
    },
  ],
  [
    'book-masked',
    {
      data: BOOK_DATA,
      recipe: [
        MASKED_RESIZE,
        { op: 'colour-mask', palette: 'seedling' },
        { op: 'median', size: 9 },
      ],
      augment: [],
      model: BOOK_MODEL,
      train: BOOK_HEAD_TRAINING,
    },
  ],
]);

/** The names of all presets. */
export const presetNames: readonly string[] = [...PRESETS.keys()];

/**
 * The preset that `preset:NAME` names. `undefined` if the text does not start like that.
 *
 * @returns A copy.
 * @throws {SproutError} `name-unknown`
 */
export function presetOf(text: string): ConfigInput | undefined {
  if (!text.startsWith(PREFIX)) return undefined;
  const name = text.slice(PREFIX.length);
  const preset = PRESETS.get(name);
  if (preset !== undefined) return structuredClone(preset);
  throw new SproutError('name-unknown', { kind: 'preset', name, known: [...presetNames] });
}
