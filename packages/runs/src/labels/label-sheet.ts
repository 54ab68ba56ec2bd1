import { contactSheet, type Tile } from '@sprout/viz';
import type { SuspectLabel } from './label-report.ts';

/** The size of the pictures. */
export const LABEL_PICTURE = { height: 150, width: 150 };

const COLUMNS = 6;
/** The side of a picture on the sheet: PNGs of photographs are large. */
const TILE = 120;

export interface LabelSheetOptions {
  readonly suspects: readonly SuspectLabel[];
  /** Further images, shown after the suspects. */
  readonly others: readonly SuspectLabel[];
  /** The picture of an image, as an encoded PNG; an image without one is left out. */
  readonly pngOf: (path: string) => Uint8Array | undefined;
}

/** The contact sheet of doubtful labels as an SVG: below each picture the class of the folder and the suggested class. */
export function labelSheet({ suspects, others, pngOf }: LabelSheetOptions): string {
  const tiles = [
    ...suspects.flatMap((row) => tileOf(row, { pngOf, isSuspect: true })),
    ...others.flatMap((row) => tileOf(row, { pngOf, isSuspect: false })),
  ];
  const title = 'Doubtful labels: the suspects first';
  return contactSheet(tiles, { columns: COLUMNS, tileSize: TILE, title });
}

interface TileOfOptions extends Pick<LabelSheetOptions, 'pngOf'> {
  readonly isSuspect: boolean;
}

function tileOf(row: SuspectLabel, { pngOf, isSuspect }: TileOfOptions): Tile[] {
  const { path, label, suggested, selfConfidence, probability } = row;
  const png = pngOf(path);
  if (png === undefined) return [];
  const parts = path.split('/');
  const caption = parts.slice(parts.indexOf(label) + 1).join('/'); // the folder is named below it
  const lines = [
    `folder: ${label}, ${percent(selfConfidence)}`,
    `suggested: ${suggested}, ${percent(probability)}`,
    ...(isSuspect ? ['suspect'] : []),
  ];
  return [{ png, ...LABEL_PICTURE, caption, lines }];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)}\u00a0%`;
}
