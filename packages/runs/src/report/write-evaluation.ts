import { type Cell, formatCsv, writeAtomic } from '@sprout/core';
import {
  classBars,
  confusionMatrix,
  evaluationPage,
  type EvaluationPage,
  renderSvg,
} from '@sprout/viz';
import { basename, resolve } from 'node:path';
import type { PictureSource } from '../images/thumbnails.ts';
import { definedScores } from '../run/defined-scores.ts';
import type { EvaluationFolder } from '../run/evaluation-folder.ts';
import { evaluationSection } from './evaluation-section.ts';
import { heatMaps, type MappedModel } from './heat-maps.ts';
import { topLossSheet } from './run-sheets.ts';
import { topLossPictures } from './top-loss-pictures.ts';
import { writePlot } from './write-plot.ts';
import { earlierRobustness } from './write-robustness.ts';

export interface WriteEvaluationOptions extends MappedModel, Pick<EvaluationPage, 'settings'> {
  /** The run folder or model folder, as it was given. */
  readonly given: string;
  /** The folder of the images. */
  readonly folder: string;
  /** The rows of `predictions.csv`, with their header. */
  readonly rows: readonly (readonly Cell[])[];
  /** The number of images that were left out. */
  readonly bad: number;
  readonly pictures: PictureSource;
}

/**
 * Writes the results of an evaluation on a folder: record, predictions, plots, and last the report.
 *
 * @returns The contents of the report.
 * @throws {SproutError} `file-unwritable`.
 */
export async function writeEvaluation(
  out: EvaluationFolder,
  options: WriteEvaluationOptions,
): Promise<EvaluationPage> {
  const { given, folder, evaluation, resolved, rows, bad, settings, pictures } = options;
  await writeAtomic(out.evaluation, `${JSON.stringify(evaluation, null, 2)}\n`);
  await writeAtomic(out.predictions, formatCsv(rows));
  const images = await topLossPictures(options, pictures);
  await writePlots(out, options, images);
  const maps = await heatMaps(options, pictures);
  const predictions = rows.slice(1).map(([, label, predicted, probability]) => ({
    label: String(label),
    predicted: String(predicted),
    probability: Number(probability),
  }));
  const page = {
    model: basename(resolve(given)),
    folder: basename(resolve(folder)),
    evaluation: evaluationSection({ evaluation, predictions, pictures: images, maps }),
    robustness: await earlierRobustness(out, evaluation),
    seen: evaluation.seen,
    bad,
    recipe: resolved.recipe,
    settings,
  };
  await writeAtomic(out.report, await evaluationPage(page));
  return page;
}

async function writePlots(
  out: EvaluationFolder,
  options: Pick<WriteEvaluationOptions, 'evaluation' | 'resolved'>,
  images: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const { classes: scores, confusion } = options.evaluation;
  const classes = scores.map(({ name }) => name);
  if (confusion.length > 0)
    await writePlot(
      out,
      'confusion-matrix',
      await renderSvg(confusionMatrix(confusion, { classes })),
    );
  await writePlot(out, 'class-bars', await renderSvg(classBars(definedScores(options.evaluation))));
  const sheet = topLossSheet(options, images);
  if (sheet !== undefined) await writePlot(out, 'top-losses', sheet);
}
