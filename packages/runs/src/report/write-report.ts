import { type HealthReport, writeAtomic } from '@sprout/core';
import {
  classBars,
  confusionMatrix,
  corruptionCurves,
  type HealthSection,
  learningCurves,
  type ModelSection,
  rateSweep,
  renderReport,
  type ReportData,
  renderSvg,
} from '@sprout/viz';
import { join } from 'node:path';
import { readRun, type ReadRun } from '../run/read-run.ts';
import { definedScores } from '../run/defined-scores.ts';
import type { RunFolder } from '../run/run-folder.ts';
import { version } from '../run/version.ts';
import { datasetSection } from './dataset-section.ts';
import { confusedPictures } from './confused-pictures.ts';
import { duplicatePictures } from './duplicate-pictures.ts';
import { examplePictures } from './example-pictures.ts';
import { heatMaps } from './heat-maps.ts';
import { keptEpoch } from '../run/kept-epoch.ts';
import { usedRate } from './used-rate.ts';
import { labelSections } from './label-sections.ts';
import { modelSection } from './model-section.ts';
import { reproduceSection, useSection } from './reproduce-section.ts';
import { augmentationSheet, topLossSheet } from './run-sheets.ts';
import { topLossPictures } from './top-loss-pictures.ts';
import type { PictureSource } from '../images/thumbnails.ts';
import { writePlot } from './write-plot.ts';

/** Writes the plots and the report of a finished run from the files in its folder. Without `pictures` they show no images. */
export async function writeReport(run: RunFolder, pictures?: PictureSource): Promise<void> {
  const read = await readRun(run);
  await writePlots(read);
  const shown = await withWorst(read, pictures);
  if (shown !== undefined) await writeSheets(read, shown);
  const models = [await sectionOf(read, shown)];
  await writeAtomic(run.report, await pageOf([read], { models, pictures }));
}

export interface ReportOfOptions {
  /** Without them, the report shows no images. */
  readonly pictures?: PictureSource | undefined;
  /** The name of each run in the report; by default the name of its model. */
  readonly names?: readonly string[] | undefined;
  readonly pairs?: ReportData['pairs'];
  readonly content?: ReportData['content'];
}

/** One HTML page about one or more runs on the same images. Title, data set and health are those of the first run. */
export async function reportOf(
  runs: readonly [ReadRun, ...ReadRun[]],
  { pictures, names, pairs, content }: ReportOfOptions = {},
): Promise<string> {
  const models = [];
  for (const [at, read] of runs.entries()) {
    const section = await sectionOf(read, await withWorst(read, pictures));
    models.push({ ...section, name: names?.[at] ?? section.name });
  }
  return pageOf(runs, { models, pictures, pairs, content });
}

interface PageOfOptions extends Pick<ReportOfOptions, 'pictures' | 'pairs' | 'content'> {
  /** The section of each run. */
  readonly models: readonly ModelSection[];
}

async function pageOf(
  runs: readonly [ReadRun, ...ReadRun[]],
  { models, pictures, pairs, content }: PageOfOptions,
): Promise<string> {
  const [first] = runs;
  const examples = pictures === undefined ? [] : await examplePictures(first, pictures);
  const { folder } = first.resolved.data;
  const changedFiles = runs.flatMap(({ run, changed }) =>
    changed.map((name) => join(run.folder, name)),
  );
  return renderReport({
    title: folder.split(/[\\/]/).at(-1) ?? folder,
    date: first.record.timings.started.slice(0, 10),
    version: version(),
    content,
    dataset: datasetSection(first, examples),
    models,
    ...(pairs && { pairs }),
    ...(changedFiles.length > 0 && { changedFiles }),
    ...(first.search && { search: first.search }),
    ...(first.health && { health: await healthSection(first.health, pictures) }),
    ...(await labelSections(first, pictures)),
    reproduce: reproduceSection(runs),
    use: useSection(first),
  });
}

interface RunPictures extends PictureSource {
  /** The images with the largest losses, as `topLossPictures` returns them. */
  readonly worst: ReadonlyMap<string, Uint8Array>;
}

async function withWorst(
  read: ReadRun,
  pictures: PictureSource | undefined,
): Promise<RunPictures | undefined> {
  return pictures && { ...pictures, worst: await topLossPictures(read, pictures) };
}

/** The section of a run, with the pictures of its worst and its confused images. */
async function sectionOf(read: ReadRun, pictures: RunPictures | undefined): Promise<ModelSection> {
  if (pictures === undefined) return modelSection(read, new Map());
  const section = await modelSection(read, pictures.worst, await heatMaps(read, pictures));
  const { evaluation } = section;
  if (evaluation === undefined) return section;
  return {
    ...section,
    evaluation: { ...evaluation, confused: await confusedPictures(read, pictures) },
  };
}

/** The health of the data, with the duplicates as pictures. */
async function healthSection(
  health: HealthReport,
  pictures: PictureSource | undefined,
): Promise<HealthSection> {
  if (pictures === undefined) return health;
  return { ...health, pictures: await duplicatePictures(health, pictures) };
}

/** Writes the plots of a run as SVG and PNG. */
async function writePlots(read: ReadRun): Promise<void> {
  const { run, metrics, evaluation, resolved, rates, robustness } = read;
  const classes = evaluation.classes.map(({ name }) => name);
  const specs = {
    curves: learningCurves(metrics, { best: keptEpoch(resolved, metrics) }),
    ...(evaluation.confusion.length > 0 && {
      'confusion-matrix': confusionMatrix(evaluation.confusion, { classes }),
    }),
    'class-bars': classBars(definedScores(evaluation)),
    ...(rates && {
      'learning-rates': rateSweep(rates.steps, { ...rates, used: usedRate(resolved) }),
    }),
    ...(robustness && { corruptions: corruptionCurves(robustness.corruptions, robustness) }),
  };
  for (const [name, spec] of Object.entries(specs))
    await writePlot(run, name, await renderSvg(spec));
}

/** Writes the contact sheets of a run as SVG and PNG. */
async function writeSheets(read: ReadRun, pictures: RunPictures): Promise<void> {
  const sheets = {
    'top-losses': topLossSheet(read, pictures.worst),
    augmentation: await augmentationSheet(read, pictures),
  };
  for (const [name, svg] of Object.entries(sheets))
    if (svg !== undefined) await writePlot(read.run, name, svg);
}
