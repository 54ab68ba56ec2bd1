import { type HealthReport, writeAtomic } from '@sprout/core';
import {
  classBars,
  type ConfusedImages,
  confusionMatrix,
  corruptionCurves,
  type HealthSection,
  learningCurves,
  type ModelSection,
  rateSweep,
  renderReport,
  type ReportData,
  renderSvg,
  shownDuplicates,
} from '@sprout/viz';
import { join } from 'node:path';
import { contextOf } from '../event/run-context.ts';
import { readRun, type ReadRun } from '../run/read-run.ts';
import type { RunFolder } from '../run/run-folder.ts';
import { version } from '../run/version.ts';
import { datasetSection } from './dataset-section.ts';
import { confusedPictures } from './confused-pictures.ts';
import { examplePictures } from './example-pictures.ts';
import { heatMaps } from './heat-maps.ts';
import { keptEpoch } from '../run/kept-epoch.ts';
import { usedRate } from './used-rate.ts';
import { labelSections } from './label-sections.ts';
import { modelSection } from './model-section.ts';
import { reproduceSection, useSection } from './reproduce-section.ts';
import { augmentationSheet, topLossSheet } from './run-sheets.ts';
import { pagePictures } from '../images/page-pictures.ts';
import { type PictureSource, thumbnails } from '../images/thumbnails.ts';
import { writePlot } from './write-plot.ts';

/** Writes the plots and the report of a finished run from the files in its folder. Without `pictures` they show no images. */
export async function writeReport(run: RunFolder, pictures?: PictureSource): Promise<void> {
  const read = await readRun(run);
  await writePlots(read);
  if (pictures !== undefined) await writeSheets(read, pictures);
  await writeAtomic(run.report, await reportOf([read], { pictures }));
}

export interface ReportOfOptions {
  /** Without them, the report shows no images. */
  readonly pictures?: PictureSource | undefined;
  /** The name of each run in the report; by default the name of its model. */
  readonly names?: readonly string[] | undefined;
  readonly pairs?: ReportData['pairs'];
}

/** One HTML page about one or more runs on the same images. Title, data set and health are those of the first run. */
export async function reportOf(
  runs: readonly [ReadRun, ...ReadRun[]],
  { pictures, names, pairs }: ReportOfOptions = {},
): Promise<string> {
  const [first] = runs;
  const examples = pictures === undefined ? [] : await examplePictures(first, pictures);
  const models = [];
  for (const [at, read] of runs.entries()) {
    const ids = read.evaluation.topLosses.map(({ path }) => path);
    const section =
      pictures === undefined
        ? await modelSection(read, new Map())
        : await modelSection(
            read,
            await picturesOf(read, ids, pictures),
            await heatMaps(read, pictures),
          );
    const confused = pictures === undefined ? [] : await confusedPictures(read, pictures);
    models.push({ ...withConfused(section, confused), name: names?.[at] ?? section.name });
  }
  const { folder } = first.resolved.data;
  const changedFiles = runs.flatMap(({ run, changed }) =>
    changed.map((name) => join(run.folder, name)),
  );
  return renderReport({
    title: folder.split(/[\\/]/).at(-1) ?? folder,
    date: first.record.timings.started.slice(0, 10),
    version: version(),
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

function withConfused(section: ModelSection, confused: readonly ConfusedImages[]): ModelSection {
  const { evaluation } = section;
  return evaluation === undefined
    ? section
    : { ...section, evaluation: { ...evaluation, confused } };
}

function picturesOf(
  { resolved }: ReadRun,
  ids: readonly string[],
  { source, dataset }: PictureSource,
) {
  return thumbnails(source, { samples: dataset.samples, ids, recipe: resolved.recipe });
}

/** The health of the data, with the duplicates as pictures. */
async function healthSection(
  health: HealthReport,
  pictures: PictureSource | undefined,
): Promise<HealthSection> {
  if (pictures === undefined) return health;
  const { source, dataset } = pictures;
  const ids = new Set(shownDuplicates(health.duplicates).flatMap((group) => group.ids));
  const samples = dataset.samples.filter(({ id }) => ids.has(id));
  return { ...health, pictures: await pagePictures({ samples, source, ...contextOf(undefined) }) };
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
    'class-bars': classBars(evaluation.classes),
    ...(rates && {
      'learning-rates': rateSweep(rates.steps, { ...rates, used: usedRate(resolved) }),
    }),
    ...(robustness && { corruptions: corruptionCurves(robustness.corruptions, robustness) }),
  };
  for (const [name, spec] of Object.entries(specs))
    await writePlot(run, name, await renderSvg(spec));
}

/** Writes the contact sheets of a run as SVG and PNG. */
async function writeSheets(read: ReadRun, pictures: PictureSource): Promise<void> {
  const sheets = {
    'top-losses': await topLossSheet(read, pictures),
    augmentation: await augmentationSheet(read, pictures),
  };
  for (const [name, svg] of Object.entries(sheets))
    if (svg !== undefined) await writePlot(read.run, name, svg);
}
