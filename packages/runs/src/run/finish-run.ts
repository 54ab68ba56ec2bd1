import { batches, formatCsv, writeSealed } from '@sprout/core';
import { recipeHash } from '@sprout/imgproc';
import {
  type Evaluation,
  evaluate,
  evaluated,
  type ModelDefinition,
  saveModel,
  type Trainer,
} from '@sprout/train';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { FeatureStreams } from '../features/feature-streams.ts';
import type { OpenedImages } from '../images/open-images.ts';
import { version } from './version.ts';
import { checkpointGone, readCheckpoint } from './checkpoint-files.ts';
import { checkIdentity, type RunIdentities } from './run-identity.ts';
import { evaluationRecord } from './evaluation-record.ts';
import type { RunFolder } from './run-folder.ts';

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
export async function finishRun(trainer: Trainer, options: FinishRunOptions): Promise<Evaluation> {
  const { resolved, images, definition, run, features, signal } = options;
  const { weights } = await keptState(trainer, options);
  const { classes } = images.dataset;
  const { recipe, train } = resolved;
  const versions = { sprout: version() };
  const card = { classes, recipe, recipeHash: recipeHash(recipe), versions };
  await saveModel(run.model, withTrained(definition, weights), card);
  const stream =
    features?.validation() ??
    batches(images.source, {
      samples: images.validation,
      recipe,
      batchSize: train.batchSize,
      seed: 0,
      epoch: 0,
      shuffle: false,
      signal,
    });
  const evaluation = await evaluated(evaluate(trainer, stream));
  const record = evaluationRecord(evaluation, classes);
  await writeSealed(run.evaluation, `${JSON.stringify(record, null, 2)}\n`);
  await writeSealed(run.predictions, predictionsCsv(evaluation, classes));
  return evaluation;
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

function predictionsCsv({ predictions }: Evaluation, classes: readonly string[]): string {
  const rows = predictions.map(({ id, label, predicted, probability, loss }) => [
    id,
    classes[label]!,
    classes[predicted]!,
    probability,
    loss,
  ]);
  return formatCsv([['path', 'label', 'predicted', 'probability', 'loss'], ...rows]);
}
