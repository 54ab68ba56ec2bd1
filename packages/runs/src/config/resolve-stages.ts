import { countOf, SproutError } from '@sprout/core';
import {
  isBase,
  normalTrainable,
  type Schedule,
  stageDefaults,
  stageSchema,
  stagesOf,
  type StageSpec,
  type TrainingDefaults,
} from '@sprout/train';
import type { Config } from './config-schema.ts';
import { shortWarmUp } from './short-warm-up.ts';

/** A stage of a training with every field set. */
export interface ResolvedStage extends StageSpec {
  readonly epochs: number;
  readonly learningRate: number;
  readonly schedule: Schedule;
}

/**
 * The configuration with its stages in both places: as `train.stages`, and as the layers that they train in `model.trainable`. A
 * configuration needs only one of them.
 *
 * @throws {SproutError} `config-invalid` where they differ, and for a model that is not trained in stages.
 */
export function withStages(config: Config): Config {
  const { model, train } = config;
  if (train.stages === undefined) {
    const stages = stagesIn(model);
    return stages === undefined ? config : { ...config, train: { ...train, stages } };
  }
  if (!isBase(model.name))
    throw invalid(`only networks with released weights are trained in stages, not ${model.name}`);
  const trainable = normalTrainable(train.stages.map((stage) => stage.trainable).join());
  const given = model.trainable ?? trainable;
  if (normalTrainable(given) === trainable)
    return { ...config, model: { ...model, trainable: given } };
  throw invalid(`it trains ${trainable}, but model.trainable is ${given}`);
}

/** The stages that the field `trainable` of a section names; `undefined` for one part, or where a part is not valid. */
function stagesIn({ name, trainable }: Config['model']): StageSpec[] | undefined {
  const parts = trainable === undefined || !isBase(name) ? [] : stagesOf(trainable);
  const stages = parts.map((part) => stageSchema.safeParse({ trainable: part }).data);
  return parts.length > 1 && stages.every((stage) => stage !== undefined) ? stages : undefined;
}

export interface ResolveStagesOptions {
  /** The name of the base. */
  readonly base: string;
  /** The number of epochs of the training, if the configuration has it. */
  readonly epochs: number | undefined;
  /** The optimiser and the schedule of the training, and the number of epochs of the defaults. */
  readonly training: Pick<TrainingDefaults, 'optimiser' | 'schedule' | 'epochs'>;
  /** Whether the warm-up of stages without their own schedule is shortened, because the schedule of the training is a default. */
  readonly isShort?: boolean | undefined;
}

/** Stages with every field set, and the number of epochs of all of them. */
export interface ResolvedStages {
  readonly epochs: number;
  readonly stages: readonly ResolvedStage[];
}

/**
 * Sets the fields that stages leave out. The last stage has the epochs that the others leave of those of the training.
 *
 * @throws {SproutError} as `withTotal`.
 */
export function resolveStages(
  stages: readonly StageSpec[],
  { base, epochs, training, isShort = false }: ResolveStagesOptions,
): ResolvedStages {
  const complete = stages.map((stage): ResolvedStage => {
    const own = stageDefaults(base, stage.trainable, training);
    return {
      ...stage,
      trainable: stage.trainable === 'none' ? 'head' : stage.trainable,
      epochs: stage.epochs ?? own.epochs,
      learningRate: stage.learningRate ?? own.learningRate,
      schedule: stage.schedule ?? own.schedule,
    };
  });
  const before = epochsBeforeLast(complete);
  const last = stages.at(-1)?.epochs ?? Math.max(1, training.epochs - before);
  const resolved = withTotal({ epochs: 0, stages: complete }, epochs ?? before + last);
  if (!isShort) return resolved;
  const shortened = resolved.stages.map((stage, at) =>
    stages[at]?.schedule === undefined
      ? { ...stage, schedule: shortWarmUp(stage.schedule, stage.epochs) }
      : stage,
  );
  return { ...resolved, stages: shortened };
}

/**
 * A training with another number of epochs. Of its stages, only the last one changes.
 *
 * @throws {SproutError} `option-invalid` if the other stages leave none for the last one.
 */
export function withTotal<
  Training extends {
    readonly epochs: number;
    readonly stages?: readonly ResolvedStage[] | undefined;
  },
>(train: Training, epochs: number): Training {
  const { stages } = train;
  if (stages === undefined) return { ...train, epochs };
  const before = epochsBeforeLast(stages);
  const last = epochs - before;
  if (last >= 1) {
    const changed = stages.map((stage, at) =>
      at === stages.length - 1 ? { ...stage, epochs: last } : stage,
    );
    return { ...train, epochs, stages: changed };
  }
  const rule = `at least ${before + 1}: the stages before the last have ${countOf(before, 'epoch')}`;
  throw new SproutError('option-invalid', { option: 'epochs', value: String(epochs), rule });
}

function epochsBeforeLast(stages: readonly ResolvedStage[]): number {
  return stages.slice(0, -1).reduce((sum, { epochs }) => sum + epochs, 0);
}

function invalid(reason: string): SproutError {
  return new SproutError('config-invalid', { source: 'train.stages', reason });
}
