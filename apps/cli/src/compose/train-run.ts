import {
  canonicalJson,
  classWeights,
  fingerprint,
  type TrainingPosition,
  writeAtomic,
  writeSplit,
} from '@sprout/core';
import { recipeHash } from '@sprout/imgproc';
import { createDefinition, type Opened, openEngineThread, type Trainer } from '@sprout/train';
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { checkIdentity, checkpointGone, readCheckpoint } from '../run/checkpoint-files.ts';
import { isThere } from '../run/is-there.ts';
import type { RunFolder } from '../run/run-folder.ts';
import { withRunRecord } from '../run/with-run-record.ts';
import { countedIs } from '../terminal/counted-is.ts';
import { Interrupted } from '../terminal/interrupted.ts';
import { quoted } from '../terminal/quoted.ts';
import type { Reporter } from '../terminal/reporter.ts';
import { finishRun, type TrainResult } from './finish-run.ts';
import { describeRun } from './describe-run.ts';
import { fitRun } from './fit-run.ts';
import { type OpenedImages, openImages } from './open-images.ts';
import { fixedSize } from './fixed-size.ts';
import { modelParameters } from './model-parameters.ts';
import type { ResolvedTraining } from './resolve-training.ts';

export interface TrainRunOptions {
  readonly resolved: ResolvedTraining;
  /** As typed, for the record. */
  readonly command: readonly string[];
  /** The folder that holds runs, and the cache beside them. */
  readonly runs: string;
  /** Makes the run's folder, or gives that of the run to resume; asked once the images are known to be usable. */
  readonly openRun: () => Promise<RunFolder>;
  readonly reporter: Reporter;
  /** Whether what is found wrong with the data set is said; true by default. */
  readonly sayFindings?: boolean;
  readonly signal: AbortSignal;
}

/** The whole of `sprout train`: images, model, training, evaluation, report. */
export async function trainRun({
  resolved,
  command,
  runs,
  openRun,
  reporter,
  sayFindings = true,
  signal,
}: TrainRunOptions): Promise<TrainResult> {
  const cacheFolder = join(runs, '.cache');
  await using images = await openImages({ resolved, cacheFolder, reporter, signal });
  sayImages(images, reporter);
  if (sayFindings) sayHealth(images, reporter);
  const definition = define(resolved, images);
  const { learningRate: _, ...optimiser } = resolved.train.optimiser;
  await using session = await openEngineThread(definition, {
    engine: resolved.engine,
    optimiser,
    seed: resolved.train.seed,
    threads: availableParallelism(),
  });
  sayModel(resolved, { session, reporter });
  const run = await openRun();
  const description = describeRun({ resolved, images, command, session });
  const identity = identityOf(resolved, { images, engine: session.engine });
  return await withRunRecord(run, description, {
    begin: () => restore(session, { run, identity }),
    work: async (from) => {
      await writeSplit(run.split, { dataset: images.dataset, split: images });
      await writeAtomic(run.health, `${JSON.stringify(images.health ?? null)}\n`);
      const weights =
        resolved.train.classWeights === 'balanced' ? trainingWeights(images) : undefined;
      const fitOptions = {
        resolved,
        images,
        run,
        identity,
        from,
        classWeights: weights,
        reporter,
        signal,
      };
      try {
        const fitted = await fitRun(session, fitOptions);
        return await finishRun(session, {
          resolved,
          images,
          definition,
          run,
          identity,
          fitted,
          signal,
        });
      } catch (error) {
        throw error === signal.reason ? stoppedIn(run) : error;
      }
    },
  });
}

/** A run can go on from its checkpoint once it has one, and the first step leaves one. */
function stoppedIn({ folder }: RunFolder): Interrupted {
  return new Interrupted(`saved; go on with: sprout train --resume ${quoted(folder)}`);
}

function trainingWeights({ dataset, training }: OpenedImages): number[] {
  return classWeights({ ...dataset, samples: training });
}

function define(resolved: ResolvedTraining, { dataset }: OpenedImages) {
  return createDefinition(resolved.model.name, {
    ...fixedSize(resolved.recipe),
    classes: dataset.classes.length,
    seed: resolved.train.seed,
    parameters: modelParameters(resolved.model),
  });
}

/** What must be equal for a checkpoint to be continued: everything that the numbers depend on. */
function identityOf(
  { recipe, augment, model, train, data }: ResolvedTraining,
  { images, engine }: { images: OpenedImages; engine: string },
): string {
  const { checkpointSeconds: _, keep: __, ...training } = train;
  const parts = {
    recipe: recipeHash(recipe),
    augment,
    model,
    train: training,
    split: [data.validation, data.validationBy, data.groupBy],
    data: [fingerprint(images.training), fingerprint(images.validation)],
    engine,
  };
  return createHash('sha256').update(canonicalJson(parts)).digest('hex');
}

async function restore(
  session: Trainer,
  { run, identity }: { run: RunFolder; identity: string },
): Promise<TrainingPosition | undefined> {
  const checkpoint = await readCheckpoint(run.checkpoints.last);
  if (checkpoint === undefined) {
    if (await isThere(run.metrics)) throw checkpointGone(run, run.checkpoints.last); // an epoch leaves both
    return undefined;
  }
  checkIdentity(checkpoint, identity, run.folder);
  await session.restore(checkpoint.state);
  return checkpoint.position;
}

function sayImages({ dataset, training, validation, bad }: OpenedImages, reporter: Reporter): void {
  const { classes } = dataset;
  reporter.note(
    `${dataset.samples.length} images in ${classes.length} classes: ${training.length} for training, ${validation.length} for validation`,
  );
  if (bad.length > 0)
    reporter.warn(
      `${countedIs(bad.length, 'image')} left out, as unusable (first: ${bad[0]!.reason})`,
    );
}

function sayHealth({ health }: OpenedImages, reporter: Reporter): void {
  for (const { severity, sentence } of health?.findings ?? [])
    if (severity !== 'note') reporter.warn(sentence);
}

function sayModel(
  { model, train, recipe, augment }: ResolvedTraining,
  { session, reporter }: { session: Opened<Trainer>; reporter: Reporter },
): void {
  const ops = (list: readonly { op: string }[]): string =>
    list.map(({ op }) => op).join(', ') || 'none';
  reporter.note(`recipe: ${ops(recipe)}; augmentation: ${ops(augment)}`);
  reporter.note(
    `${model.name} on ${session.engine}: ${train.epochs} epochs, batches of ${train.batchSize}, ${train.optimiser.name} at ${train.optimiser.learningRate}`,
  );
  if (session.note !== undefined) reporter.note(session.note);
}
