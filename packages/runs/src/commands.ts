// The commands for models and runs, as functions; those for data sets are in `data-commands.ts`. Each function loads its code and
// the libraries that it needs when it is called, so a program that only draws samples loads no engine.
import type { RunContext } from './event/run-context.ts';
import type { DemoOptions, DemoResult } from './commands/demo.ts';
import type { EnginesResult } from './commands/engines.ts';
import type { EvaluateOptions, EvaluateResult } from './commands/evaluate.ts';
import type { ExportModelOptions, ExportModelResult } from './commands/export-model.ts';
import type { FeaturesOptions, FeaturesResult } from './commands/features.ts';
import type { ModelInfo } from './commands/models.ts';
import type { FailedFile, PredictOptions } from './commands/predict-options.ts';
import type { PredictedFile } from './commands/predicted-file.ts';
import type { ReportOptions, ReportResult } from './commands/report.ts';
import type { SummaryOptions, SummaryResult } from './commands/summary.ts';
import type { TrainOptions } from './commands/train.ts';
import type { ReadRun } from './run/read-run.ts';
import type { ResumeOptions } from './run/resolve-resume.ts';
import type { TrainResult } from './run/train-result.ts';
import { throwFirst } from './throw-first.ts';

/**
 * Trains a model on a folder of images, and writes a run folder with the model, metrics, predictions and report.
 *
 * Once the signal is aborted, the training stops after the step in progress, writes a checkpoint and the state `interrupted`
 * into `run.json`, and throws the signal's reason; `resume` continues it.
 *
 * @throws {SproutError} `folder-missing`, `folder-empty`, `folder-without-classes`, `class-too-small`, `class-unusable`,
 * `subset-empty`, `images-bad`, `option-invalid`, `config-invalid`, `name-unknown`, `recipe-invalid`, `file-exists`, `run-exists`,
 * `file-unwritable`, `engine-unavailable`, `training-diverged`; for a base `weights-unfit`, `file-missing` and `file-invalid`
 */
export async function train(options: TrainOptions, context?: RunContext): Promise<TrainResult> {
  const command = await import('./commands/train.ts');
  return await command.train(options, context).catch(throwFirst);
}

/**
 * Continues a run from its last checkpoint, with the configuration of its first start. The result is bit for bit that of a run
 * that was not interrupted. With `epochs`, a run that is finished, was interrupted or has stopped early goes on to that number of
 * epochs; the event `run-extended` says what becomes of the learning rate.
 *
 * @throws {SproutError} `run-incompatible` if images, engine or checkpoints are not those of the run, or its record, split or
 * list of images was changed; `run-locked` while another process trains it; `option-invalid` for fewer epochs than the run has
 * begun; `run-missing`, `file-missing`, `file-invalid`; and as `train`
 */
export async function resume(options: ResumeOptions, context?: RunContext): Promise<TrainResult> {
  const command = await import('./commands/resume.ts');
  return await command.resume(options, context).catch(throwFirst);
}

/**
 * Evaluates a model on every image of a class folder, with the recipe and the class map of the model. Writes a folder with
 * `evaluation.json`, `predictions.csv`, plots and a report, and counts the images that the run was trained on, by the contents of
 * the files.
 *
 * @throws {SproutError} `classes-unknown`, `images-bad`, `subset-empty`, `file-missing`, `file-invalid`; `run-locked` for a run that a
 * process trains; `folder-occupied`, `file-unwritable` and `option-invalid` for the folder to write
 */
export async function evaluate(
  options: EvaluateOptions,
  context?: RunContext,
): Promise<EvaluateResult> {
  const command = await import('./commands/evaluate.ts');
  return await command.evaluate(options, context).catch(throwFirst);
}

/**
 * Predicts the class of images. Yields one result for each file, in order, as soon as it is known. With `html`, a page with the
 * images is written after the last result.
 *
 * @throws {SproutError} `images-bad` after the last result, if a file could not be used and `onBad` is `fail`;
 * `file-missing`, `file-invalid`; `option-invalid`; `folder-occupied` for the folder to sort into; `file-exists` if `html`
 * exists and is not a page of predictions
 */
export async function* predict(
  options: PredictOptions,
  context?: RunContext,
): AsyncGenerator<PredictedFile | FailedFile, void, undefined> {
  const command = await import('./commands/predict.ts');
  try {
    yield* command.predict(options, context);
  } catch (error) {
    throwFirst(error);
  }
}

/**
 * Runs the images of a class folder through a base with released weights once, and keeps the output of its last layer in a feature
 * store, on which `train` trains heads. Called again after an interruption, it goes on with the first batch that is missing; a
 * store that is complete stays as it is.
 *
 * @throws {SproutError} `recipe-mismatch` for a store of another data set, recipe, input function, base or layer, of other weights
 * or another augmentation; `folder-occupied`, `run-locked`, `images-bad`, `option-invalid`, `weights-unfit`, `file-missing`,
 * `file-invalid`, `file-unwritable`, `engine-unavailable`
 */
export async function features(
  options: FeaturesOptions,
  context?: RunContext,
): Promise<FeaturesResult> {
  const command = await import('./commands/features.ts');
  return await command.features(options, context).catch(throwFirst);
}

/**
 * Writes the plots and the report of a finished run again, without pictures if its images cannot be read. Files that were changed
 * since they were written are named in the report, and by events.
 *
 * @throws {SproutError} `run-missing`, `file-missing`, `file-invalid`; `run-incompatible` for a run that is not finished, `run-locked`
 * while a process trains it
 */
export async function report(options: ReportOptions, context?: RunContext): Promise<ReportResult> {
  const command = await import('./commands/report.ts');
  return await command.report(options, context).catch(throwFirst);
}

/**
 * Writes the model of a run into a folder, as one act, in a format that other libraries read: `tfjs` (a folder that
 * `tf.loadLayersModel` opens, with a page that uses the model), `onnx`, `teachable-machine`, `keras-weights` (HDF5), `safetensors`.
 *
 * @throws {SproutError} `run-missing`, `file-missing`, `file-invalid`; `file-exists` for another file of the same name; `folder-occupied` for a
 * folder with files that are not of an export; `model-unsupported`
 */
export async function exportModel(options: ExportModelOptions): Promise<ExportModelResult> {
  return (await import('./commands/export-model.ts')).exportModel(options);
}

/** The layers of a model, given by its name, or of a trained model. @throws {SproutError} `name-unknown`, `file-missing` */
export async function summary(options: SummaryOptions): Promise<SummaryResult> {
  return (await import('./commands/summary.ts')).summary(options);
}

/** Draws a synthetic data set, examines it, trains two models on it and compares them in one report. */
export async function demo(options?: DemoOptions, context?: RunContext): Promise<DemoResult> {
  const command = await import('./commands/demo.ts');
  return await command.demo(options, context).catch(throwFirst);
}

/** The models that can be trained, and the bases that a head can be put on, with their defaults. */
export async function models(): Promise<ModelInfo[]> {
  return (await import('./commands/models.ts')).models();
}

/** The engines, whether each one is available on this machine, and the one that `auto` chooses. */
export async function engines(): Promise<EnginesResult> {
  return (await import('./commands/engines.ts')).engines();
}

/**
 * Reads and checks the files of a finished run.
 *
 * @throws {SproutError} `run-missing`, `file-missing`, `file-invalid`; `run-incompatible` for a run that is not finished, `run-locked`
 * while a process trains it
 */
export async function readRun(run: string): Promise<ReadRun> {
  const [reader, { runFolder }] = await Promise.all([
    import('./run/read-run.ts'),
    import('./run/run-folder.ts'),
  ]);
  return reader.readRun(runFolder(run));
}
