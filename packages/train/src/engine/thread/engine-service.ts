import {
  type ErrorData,
  type GradientOptions,
  type ObjectiveGradient,
  toErrorData,
} from '@sprout/core';
import type { HeadDefinition, ModelDefinition } from '../../model/model-definition.ts';
import type { EngineName } from '../contract/engine-name.ts';
import { type EngineReport, enginesHere } from '../open/engines-here.ts';
import type { EngineGradientSource } from '../gradient/engine-gradient-source.ts';
import { openGradientSource } from '../open/open-gradient-source.ts';
import { openPredictor, type OpenPredictorOptions } from '../open/open-predictor.ts';
import { openTrainer, type OpenTrainerOptions } from '../open/open-trainer.ts';
import type { Opened } from '../contract/opened.ts';
import type { InputNumbers, LayerOutput, Predictor } from '../contract/predictor.ts';
import type { StepInput, StepResult, Trainer, TrainerState } from '../contract/trainer.ts';

/** A result for another thread. Errors are sent as data, so that they keep code and context. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorData };

/** Identifies an open model in calls from the other thread. */
export type ModelId = number;

/** The description of an open model. */
export interface OpenedModel {
  readonly id: ModelId;
  readonly engine: EngineName;
  readonly version: string | undefined;
  readonly note: string | undefined;
}

/** The calls that the engines' thread answers. */
export interface EngineService {
  openTrainer(
    definition: ModelDefinition | HeadDefinition,
    options: OpenTrainerOptions,
  ): Promise<Answer<OpenedModel>>;
  openPredictor(
    definition: ModelDefinition | HeadDefinition,
    options: OpenPredictorOptions,
  ): Promise<Answer<OpenedModel>>;
  openGradientSource(
    definition: ModelDefinition,
    options: OpenPredictorOptions,
  ): Promise<Answer<OpenedModel>>;
  predict(id: ModelId, images: InputNumbers, count: number): Promise<Answer<Float32Array>>;
  outputs(
    id: ModelId,
    images: InputNumbers,
    wanted: { readonly count: number; readonly layers: readonly string[] },
  ): Promise<Answer<ReadonlyMap<string, LayerOutput>>>;
  gradient(
    id: ModelId,
    images: Uint8Array | Float32Array,
    options: GradientOptions,
  ): Promise<Answer<ObjectiveGradient>>;
  trainStep(id: ModelId, input: StepInput): Promise<Answer<StepResult>>;
  state(id: ModelId): Promise<Answer<TrainerState>>;
  restore(id: ModelId, state: TrainerState): Promise<Answer<void>>;
  close(id: ModelId): Promise<Answer<void>>;
  engines(): Promise<Answer<readonly EngineReport[]>>;
}

/** Creates the service of the engines' thread, which holds the open models. */
export function engineService(): EngineService {
  const trainers: Models<Trainer> = new Map();
  const predictors: Models<Predictor> = new Map();
  const sources: Models<EngineGradientSource> = new Map();
  let opened = 0;
  const add = <Model extends AnyModel>(models: Models<Model>, opening: Promise<Opened<Model>>) =>
    answer(async () => {
      const model = await opening;
      const id = opened++;
      models.set(id, model);
      const { engine, version, note } = model;
      return { id, engine, version, note };
    });
  const predictorOf = (id: ModelId): Predictor => trainers.get(id) ?? find(predictors, id);
  return {
    openTrainer: (definition, options) => add(trainers, openTrainer(definition, options)),
    openPredictor: (definition, options) => add(predictors, openPredictor(definition, options)),
    openGradientSource: (definition, options) =>
      add(sources, openGradientSource(definition, options)),
    predict: (id, images, count) => answer(() => predictorOf(id).predict(images, count)),
    outputs: (id, images, { count, layers }) =>
      answer(() => predictorOf(id).outputs(images, count, layers)),
    gradient: (id, images, options) => answer(() => find(sources, id).gradient(images, options)),
    trainStep: (id, input) => answer(() => find(trainers, id).trainStep(input)),
    state: (id) => answer(() => find(trainers, id).state()),
    restore: (id, state) => answer(() => find(trainers, id).restore(state)),
    close: (id) =>
      answer(async () => {
        const model = trainers.get(id) ?? sources.get(id) ?? find(predictors, id);
        for (const models of [trainers, predictors, sources]) models.delete(id);
        await model[Symbol.asyncDispose]();
      }),
    engines: () => answer(enginesHere),
  };
}

type AnyModel = Predictor | EngineGradientSource;
type Models<Model> = Map<ModelId, Model>;

function find<Model>(models: Models<Model>, id: ModelId): Model {
  const model = models.get(id);
  if (model === undefined) throw new Error('the model is used after it was closed');
  return model;
}

async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: toErrorData(error) };
  }
}
