import { type Json, SproutError } from '@sprout/core';
import { join } from 'node:path';
import {
  type CheckedAugmentation,
  type CheckedRecipe,
  parseAugmentation,
  parseRecipe,
} from '@sprout/imgproc';
import type { EarlyStopping, Mix, OptimiserSpec, Schedule } from '@sprout/train';
import type { Config, GivenModel } from './config-schema.ts';
import { BATCH_SIZE } from './train-schema.ts';
import { explainIssues } from './explain-issues.ts';
import { type ResolvedStage, resolveStages, withStages } from './resolve-stages.ts';
import { modelDefaults } from './model-defaults.ts';
import { AUTO } from './search-section.ts';
import { shortWarmUp } from './short-warm-up.ts';
import { type SizedRecipeOptions, sizedRecipe } from './sized-recipe.ts';

/** The fields of the section `train` whose defaults depend on the model. */
type Defaulted = 'epochs' | 'batchSize' | 'optimiser' | 'schedule' | 'labelSmoothing' | 'stages';

/** A configuration with every field set, as it is saved in the run record. */
export interface ResolvedTraining {
  readonly data: Omit<Config['data'], 'folder'> & { readonly folder: string };
  readonly recipe: CheckedRecipe;
  readonly augment: CheckedAugmentation;
  readonly model: { readonly name: GivenModel; readonly [parameter: string]: unknown };
  readonly train: Omit<Config['train'], Defaulted> & {
    readonly epochs: number;
    readonly batchSize: number;
    readonly optimiser: OptimiserSpec;
    readonly schedule: Schedule;
    readonly labelSmoothing: number;
    readonly earlyStopping?: EarlyStopping | undefined;
    readonly mix?: Mix | undefined;
    /** The stages of the training of a base with a head. */
    readonly stages?: readonly ResolvedStage[] | undefined;
  };
  readonly engine: Config['engine'];
  readonly workers?: number | undefined;
}

/**
 * Sets the fields that a configuration leaves out to the model's defaults.
 *
 * @throws {SproutError} `option-invalid` if there is no folder, or as `sizedRecipe`; `name-unknown`; `recipe-invalid`; `config-invalid`.
 */
export function resolveTraining(
  written: Config,
  images: SizedRecipeOptions = {},
): ResolvedTraining {
  const folder = folderOf(written);
  checkNamed(written);
  const config = withStages(written);
  const { recipe, augmentation, training } = modelDefaults(config.model);
  const given = config.recipe ?? recipe;
  checkClassWeights(config);
  checkParts(config);
  const { epochs, batchSize, optimiser, schedule, labelSmoothing, stages, ...rest } = config.train;
  const own = { ...training, ...(optimiser && { optimiser }), ...(schedule && { schedule }) };
  const count = epochs ?? training.epochs;
  const isShort = schedule === undefined;
  const staging = { base: config.model.name, epochs, training: own, isShort };
  const staged = stages && resolveStages(stages, staging);
  return {
    data: { ...config.data, folder },
    recipe: parseRecipe(sizedRecipe(given, images)),
    augment: parseAugmentation(config.augment ?? augmentation),
    model: checkedModel(config.model),
    train: {
      epochs: count,
      batchSize: batchSize ?? training.batchSize ?? BATCH_SIZE,
      optimiser: own.optimiser,
      schedule: schedule ?? shortWarmUp(own.schedule, count),
      labelSmoothing: labelSmoothing ?? training.labelSmoothing,
      ...rest,
      ...staged,
    },
    engine: config.engine,
    workers: config.workers,
  };
}

/** @throws {SproutError} `option-invalid` for `auto`, which only a search resolves. */
function checkNamed({ model }: Config): void {
  if (model.name !== AUTO) return;
  const rule = 'the name of a model: only train searches for one, and not with --print-config';
  throw new SproutError('option-invalid', { option: 'model', value: AUTO, rule });
}

/** The folders of the images: that of the data set, or those of its parts. @throws {SproutError} as `folderOf` */
export function imageFolders({ data }: Pick<Config, 'data'>): string[] {
  const folder = folderOf({ data });
  const { parts } = data;
  return parts === undefined ? [folder] : Object.values(parts).map((part) => join(folder, part));
}

/** @throws {SproutError} `config-invalid` for both parts and a table of subsets or of tags. */
function checkParts({ data }: Config): void {
  const table = data.tags === undefined ? 'split' : 'tags';
  if (data.parts === undefined || data[table] === undefined) return;
  const reason = `data.${table} must be left out where data.parts names folders`;
  throw new SproutError('config-invalid', { source: 'The configuration', reason });
}

/** The folder of the images. @throws {SproutError} `option-invalid` if there is none. */
export function folderOf({ data: { folder } }: Pick<Config, 'data'>): string {
  if (folder !== undefined) return folder;
  const rule = 'a folder with one sub-folder a class';
  throw new SproutError('option-invalid', { option: 'folder', value: 'nothing', rule });
}

/** @throws {SproutError} `config-invalid` for class weights of a model of tags. */
function checkClassWeights({ data, train }: Config): void {
  if (data.tags === undefined || train.classWeights === 'none') return;
  const reason = 'train.classWeights must be none where images have tags';
  throw new SproutError('config-invalid', { source: 'The configuration', reason });
}

/** The section of a model, with all fields if it is a base. @throws {SproutError} `config-invalid`. */
function checkedModel(model: Config['model']): ResolvedTraining['model'] {
  const { parameters, pooling, head } = modelDefaults(model);
  const given = modelParameters(model);
  const { data, error } = parameters.safeParse(given);
  if (error === undefined) {
    const name = model.name as GivenModel; // checked by `modelDefaults`
    return pooling === undefined
      ? { ...model, name }
      : { name, head, pooling, ...(data as object) }; // of a base
  }
  const source = `The section model, for ${model.name},`;
  throw new SproutError('config-invalid', {
    source,
    reason: explainIssues(error, parameters, given),
  });
}

/** The parameters of a model: the fields of the section `model` without the name. */
export function modelParameters({ name: _, ...parameters }: Config['model']): Record<string, Json> {
  return parameters as Record<string, Json>; // parsed from JSON or YAML, or plain data of the caller
}
