import { formatCsv, type ImageSource, type Samples, writeAtomic } from '@sprout/core';
import type { JudgedLabel, Rows, WrongLabels } from '@sprout/train';
import { encodePng, encodeWebp } from '@sprout/imgproc';
import { labelsPage, svgToPng } from '@sprout/viz';
import { basename, join, resolve } from 'node:path';
import { thumbnails } from '../images/thumbnails.ts';
import type { LabelReport, SuspectLabel } from './label-report.ts';
import { labelFiles, recordText } from './label-record.ts';
import { LABEL_PICTURE, labelSheet } from './label-sheet.ts';
import { writeMap } from './write-map.ts';

/** The most images on the page and on the contact sheet. */
const SHOWN = 60;
/** The width of the contact sheet, in pixels. */
const SHEET_WIDTH = 820;

export interface WriteLabelsOptions {
  /** The folder of the data set. */
  readonly folder: string;
  readonly classes: readonly string[];
  /** The images that were judged, in the order of the features. */
  readonly samples: Samples;
  readonly source: ImageSource;
  /** The name of the base. */
  readonly base: string;
  readonly found: WrongLabels;
  /** The features, as `featureRows` prepares them. */
  readonly rows: Rows;
  readonly seed: number;
}

/**
 * Reports the judged labels of a data set, and writes them into a folder: a table of all images, a page and a contact sheet with the
 * most doubtful ones, and a map of the features. Files of the same names are replaced.
 *
 * @param out The folder, which is claimed. Without it nothing is written.
 * @throws {SproutError} `file-unwritable`.
 */
export async function writeLabels(
  out: string | undefined,
  options: WriteLabelsOptions,
): Promise<LabelReport> {
  const { base, found, samples } = options;
  const rows = found.ranking.map((judged) => ({ ...suspectOf(judged, options), judged }));
  const suspects = rows.filter(({ judged }) => judged.suspect).map(({ judged: _, ...row }) => row);
  const { agreement, estimated } = found;
  const record = { images: samples.length, base, agreement, estimated, suspects };
  if (out === undefined) return record;
  const files = {
    ...labelFiles(out),
    csv: join(out, 'labels.csv'),
    page: join(out, 'labels.html'),
    sheet: join(out, 'labels.png'),
    map: join(out, 'map.html'),
    plot: join(out, 'map.svg'),
  };
  await writeAtomic(files.csv, tableOf(rows));
  await writeAtomic(files.record, recordText(record));
  const others = rows.filter(({ judged }) => !judged.suspect && judged.margin < 0);
  await writePictures({ ...record, files, others }, options);
  await writeMap({ ...options, files });
  return { ...record, files };
}

function suspectOf(judged: JudgedLabel, { samples, classes }: WriteLabelsOptions): SuspectLabel {
  const { image, label, suggested, probability, selfConfidence, margin } = judged;
  return {
    path: samples.idAt(image),
    label: classes[label]!,
    suggested: classes[suggested]!,
    probability,
    selfConfidence,
    margin,
  };
}

function tableOf(rows: readonly (SuspectLabel & { readonly judged: JudgedLabel })[]): string {
  const header = [
    'path',
    'label',
    'suggested',
    'suspect',
    'self_confidence',
    'probability',
    'margin',
    'score',
  ];
  const cells = rows.map(
    ({ path, label, suggested, selfConfidence, probability, margin, judged }) =>
      [
        path,
        label,
        suggested,
        judged.suspect ? 'yes' : 'no',
        selfConfidence,
        probability,
        margin,
        judged.score,
      ] as const,
  );
  return formatCsv([header, ...cells]);
}

interface DoubtfulLabels extends Required<LabelReport> {
  /** The images for which another class is more probable and which are not suspects, the most doubtful first. */
  readonly others: readonly SuspectLabel[];
}

async function writePictures(
  { images, base, agreement, estimated, suspects, others, files }: DoubtfulLabels,
  { folder, samples, source }: WriteLabelsOptions,
): Promise<void> {
  const first = suspects.slice(0, SHOWN);
  const next = others.slice(0, SHOWN - first.length);
  const ids = [...first, ...next].map(({ path }) => path);
  const pictures = await thumbnails(source, {
    samples,
    ids,
    recipe: [{ op: 'resize', ...LABEL_PICTURE }],
    encode: async (raster) => ({ png: await encodePng(raster), webp: await encodeWebp(raster) }),
  });
  const withImage = (row: SuspectLabel) => ({ ...row, image: pictures.get(row.path)?.webp });
  const shown = { shown: first.map(withImage), others: next.map(withImage) };
  const title = basename(resolve(folder));
  const facts = { title, images, base, agreement, estimated, suspects: suspects.length };
  await writeAtomic(files.page, labelsPage({ ...facts, ...shown }));
  const pngOf = (path: string) => pictures.get(path)?.png;
  const sheet = labelSheet({ suspects: first, others: next, pngOf });
  await writeAtomic(files.sheet, await svgToPng(sheet, { width: SHEET_WIDTH }));
}
