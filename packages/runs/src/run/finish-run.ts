import { batches, formatCsv, writeSealed } from '@sprout/core';
import { recipeHash } from '@sprout/imgproc';
import {
  evaluate,
  evaluated,
  evaluateTags,
  type ModelDefinition,
  saveModel,
  type Trainer,
} from '@sprout/train';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { FeatureStreams } from '../features/feature-streams.ts';
import { classMap } from '../images/class-map.ts';
import type { OpenedImages } from '../images/open-images.ts';
import { version } from './version.ts';
import { checkpointGone, readCheckpoint } from './checkpoint-files.ts';
import { checkIdentity, type RunIdentities } from './run-identity.ts';
import { type EvaluationRecord, evaluationRecord } from './evaluation-record.ts';
import { predictionRows } from './prediction-rows.ts';
import type { RunFolder } from './run-folder.ts';
import { tagRecord, tagRows, thresholdsFor } from './tag-record.ts';

export interface FinishRunOptions extends RunIdentities {
  readonly resolved: ResolvedTraining;
  readonly images: OpenedImages;
  readonly definition: ModelDefinition;
  readonly run: RunFolder;
  /** As for `planFit`. The trainer then has the head of the model. */
  readonly features?: FeatureStreams | undefined;
  readonly signal: AbortSignal;
}

/**
 * Chooses the weights of the model, evaluates them on the validation images, and writes model, evaluation and predictions.
 *
 * @throws The signal's reason once it is aborted; {SproutError} `run-incompatible` if the best checkpoint is missing.
 */
export async function finishRun(
  trainer: Trainer,
  options: FinishRunOptions,
): Promise<EvaluationRecord> {
  const { resolved, images, definition, run } = options;
  const { weights } = await keptState(trainer, options);
  const classes = classMap(images);
  const { recipe } = resolved;
  const versions = { sprout: version() };
  const card = { classes, recipe, recipeHash: recipeHash(recipe), versions };
  const trained = withTrained(definition, weights);
  if (images.tags === undefined) {
    await saveModel(run.model, trained, card);
    const evaluation = await evaluated(evaluate(trainer, validationBatches(options)));
    const record = evaluationRecord(evaluation, classes);
    return writeEvaluation(run, record, predictionRows(evaluation, classes));
  }
  const { tags } = images;
  const evaluation = await evaluateTags(trainer, validationBatches(options), { tags: tags.rows });
  const thresholds = thresholdsFor(evaluation, classes.length);
  await saveModel(run.model, trained, { ...card, thresholds });
  const own = { names: classes, thresholds, texts: images.dataset.classes };
  return writeEvaluation(run, tagRecord(evaluation, own), tagRows(evaluation, own));
}

function validationBatches({ resolved, images, features, signal }: FinishRunOptions) {
  if (features !== undefined) return features.validation();
  return batches(images.source, {
    samples: images.validation,
    recipe: resolved.recipe,
    batchSize: resolved.train.batchSize,
    seed: 0,
    epoch: 0,
    shuffle: false,
    signal,
  });
}

async function writeEvaluation(
  run: RunFolder,
  record: EvaluationRecord,
  rows: Parameters<typeof formatCsv>[0],
): Promise<EvaluationRecord> {
  await writeSealed(run.evaluation, `${JSON.stringify(record, null, 2)}\n`);
  await writeSealed(run.predictions, formatCsv(rows));
  return record;
}

/** The state whose weights become the model: that of the trainer, or that of the best epoch, which is restored into the trainer. */
async function keptState(trainer: Trainer, { resolved, run, ...identities }: FinishRunOptions) {
  if (resolved.train.keep === 'last') return trainer.state();
  const best = await readCheckpoint(run.checkpoints.best);
  if (best === undefined) throw checkpointGone(run, run.checkpoints.best);
  checkIdentity(best, identities, run.folder);
  await trainer.restore(best.state);
  return best.state;
}

/** A model with the weights of the layers that were trained, or of all layers. */
function withTrained(
  definition: ModelDefinition,
  trained: ModelDefinition['weights'],
): ModelDefinition {
  const byName = new Map(trained.map((tensor) => [tensor.name, tensor]));
  const weights = definition.weights.map((tensor) => byName.get(tensor.name) ?? tensor);
  return { ...definition, weights };
}
