import type { Augmentation, Json, Normalisation, Recipe } from '@sprout/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { z } from 'zod';
import type { OutputActivation } from '../model/layers/without-output-activation.ts';
import type { OptimiserSpec } from '../optimiser/optimiser-spec.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { parseOptions } from '../options/parse-options.ts';

/** The sizes that a model is built for. */
export interface ModelShape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly classes: number;
  /** How the model ends; `softmax` by default. */
  readonly activation?: OutputActivation;
}

/** The default settings of a training of the model. */
export interface TrainingDefaults {
  readonly epochs: number;
  /** 32 by default. */
  readonly batchSize?: number;
  readonly optimiser: OptimiserSpec;
  readonly schedule: Schedule;
  readonly labelSmoothing: number;
}

interface ModelFields {
  readonly name: string;
  /** One phrase for `sprout models`. */
  readonly summary: string;
  readonly normalisation: Normalisation;
  /** The order in which the model takes the channels; `rgb` by default. */
  readonly channelOrder?: 'rgb' | 'bgr';
  readonly recipe: Recipe;
  readonly augmentation: Augmentation;
  readonly training: TrainingDefaults;
}

interface ModelSpec<Name extends string, Schema extends z.ZodType> extends ModelFields {
  readonly name: Name;
  /** The model's own parameters, with their defaults. */
  readonly parameters: Schema;
  /** Builds the model with weights of zeros; `createModel` initialises them. */
  readonly build: (shape: ModelShape, parameters: z.output<Schema>) => LayersModel;
}

/** One model of the table: how to build it, and its default preparation and training. */
export interface ModelEntry<Name extends string = string> extends ModelFields {
  readonly name: Name;
  readonly parameters: z.ZodType;
  /** @throws {SproutError} `config-invalid` when the parameters do not fit the schema. */
  readonly build: (shape: ModelShape, parameters: Readonly<Record<string, Json>>) => LayersModel;
}

/** An entry whose `build` checks its parameters. */
export function defineModel<const Name extends string, Schema extends z.ZodType>(
  spec: ModelSpec<Name, Schema>,
): ModelEntry<Name> {
  return {
    ...spec,
    build: (shape, parameters) =>
      spec.build(
        shape,
        parseOptions(spec.parameters, parameters, `the parameters of ${spec.name}`),
      ),
  };
}
