import { contactSheet, type Tile } from '@sprout/viz';

/** The most images on a sheet. Its height as PNG is then below 16,384 pixels, the limit of many viewers. */
export const MOST_SHOWN = 24;

export interface ExplanationSheetOptions {
  readonly title: string;
  readonly columnTitles: readonly string[];
  /** The number of explained images. If it is larger than the number of rows, the title states it. */
  readonly total: number;
}

/**
 * The sheet of explained images as an SVG.
 *
 * @param rows The pictures of each of the first images, at most `MOST_SHOWN`.
 */
export function explanationSheet(
  rows: readonly (readonly Tile[])[],
  { title, columnTitles, total }: ExplanationSheetOptions,
): string {
  const shown = rows.length;
  const whole = shown < total ? `${title}, the first ${shown} of ${total} images` : title;
  const columns = columnTitles.length;
  return contactSheet(rows.flat(), { columns, columnTitles, title: whole, tileSize: 224 });
}
