import type { Augmentation, Recipe } from '@sprout/core';
import { optimiserSchema } from '../../optimiser/optimiser-spec.ts';
import { type Schedule, scheduleSchema } from '../../schedule/schedule.ts';
import { baseEntry } from '../bases/base-table.ts';
import { FILE_BASE, FILE_SIZE } from '../file/base-in-file.ts';
import type { Pooling } from '../bases/base-entry.ts';
import type { HeadLayers } from './transfer-schema.ts';
import { trainsHeadOnly } from './stage-schema.ts';
import type { TrainingDefaults } from '../model-entry.ts';

/** The settings of a base with a head that a configuration leaves out. */
export interface TransferDefaults {
  readonly recipe: Recipe;
  readonly augmentation: Augmentation;
  readonly training: TrainingDefaults;
  readonly pooling: Pooling;
  /** The layers of the head before the classes. */
  readonly head: HeadLayers;
}

/** For a linear head on a frozen base. Its few weights bear a large learning rate if their inputs are small. */
const HEAD_TRAINING: TrainingDefaults = {
  epochs: 15,
  optimiser: optimiserSchema.parse({ name: 'adam', learningRate: 0.01 }),
  schedule: scheduleSchema.parse({ name: 'cosine' }),
  labelSmoothing: 0,
};

/** For bases without normalisation, whose last images have numbers up to hundreds. */
const UNNORMALISED_HEAD_TRAINING: TrainingDefaults = {
  ...HEAD_TRAINING,
  optimiser: optimiserSchema.parse({ name: 'adam', learningRate: 0.001 }),
};
const UNNORMALISED: readonly string[] = ['vgg16', 'squeezenet-1.0', 'squeezenet-1.1'];

/** For a base whose released weights are trained on: small steps, after a warm-up of the new head. */
const BASE_TRAINING: TrainingDefaults = {
  epochs: 18,
  batchSize: 16,
  optimiser: optimiserSchema.parse({ name: 'adamw', learningRate: 0.0005, weightDecay: 0.05 }),
  schedule: scheduleSchema.parse({ name: 'cosine', warmUpEpochs: 1 }),
  labelSmoothing: 0.1,
};

/**
 * Sizes and light vary, because a base overfits a thousand images otherwise. Borders are mirrored, because repeated border pixels make
 * streaks, which the images of the released weights do not have: decision 0022.
 */
const BASE_AUGMENTATION: Augmentation = [
  { op: 'flip-horizontal', probability: 0.5 },
  { op: 'affine', degrees: [-180, 180], scale: [0.75, 1.33], border: 'reflect' },
  { op: 'brightness-contrast', brightness: [-0.2, 0.2], contrast: [-0.2, 0.2] },
];

/** The dropout before the classes with which the EfficientNets were trained. */
const BASE_HEAD: HeadLayers = [{ dropout: 0.2 }];

/** The settings of a stage that the configuration does not give. */
export interface StageDefaults {
  readonly epochs: number;
  readonly learningRate: number;
  readonly schedule: Schedule;
}

/** The epochs of a stage before the last one. The head alone needs few, since the next stage trains it too. */
const STAGE_EPOCHS = { head: 2, base: 5 } as const;

/**
 * The last images of VGG16 are flattened, and its images have 150 x 150 pixels: the features of 4 x 4 places tell more than their
 * mean, and 224 x 224 pixels would take twice the time.
 */
const VGG16 = { pooling: 'none', size: 150 } as const;

/**
 * @param trainable The layers of the base that are trained: `none`, `all` or `from:LAYER`.
 * @throws {SproutError} `name-unknown` for the base.
 */
export function transferDefaults(base: string, trainable: string): TransferDefaults {
  const ownSize = base === FILE_BASE ? FILE_SIZE : baseEntry(base).size;
  const own = { pooling: 'avg', size: ownSize } as const;
  const { pooling, size } = base === 'vgg16' ? VGG16 : own;
  const resampler = base.startsWith('efficientnet') ? 'pil-bicubic' : 'pil-bilinear'; // as they were trained
  const recipe = [{ op: 'resize', height: size, width: size, resampler }];
  const preparation = { recipe, pooling };
  if (trainable !== 'none')
    return {
      ...preparation,
      augmentation: BASE_AUGMENTATION,
      training: BASE_TRAINING,
      head: BASE_HEAD,
    };
  // nothing random: an image has the same features in every epoch
  return { ...preparation, augmentation: [], training: headTraining(base), head: [] };
}

/**
 * @param trainable The layers that the stage trains: `head`, `all` or `from:LAYER`.
 * @param training The optimiser and the schedule of the whole training, for stages that train the base.
 */
export function stageDefaults(
  base: string,
  trainable: string,
  { optimiser, schedule }: Pick<TrainingDefaults, 'optimiser' | 'schedule'>,
): StageDefaults {
  if (!trainsHeadOnly(trainable))
    return { epochs: STAGE_EPOCHS.base, learningRate: optimiser.learningRate, schedule };
  const head = headTraining(base);
  return {
    epochs: STAGE_EPOCHS.head,
    learningRate: head.optimiser.learningRate,
    schedule: head.schedule,
  };
}

function headTraining(base: string): TrainingDefaults {
  return UNNORMALISED.includes(base) ? UNNORMALISED_HEAD_TRAINING : HEAD_TRAINING;
}
