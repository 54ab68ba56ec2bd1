import { checkWhole } from '@sprout/core';
import { colours, fontFamily } from '../svg/theme.ts';
import { base64 } from '../text/base64.ts';
import { escapeMarkup } from '../text/escape-markup.ts';
import { shorten, type ShortenOptions } from '../text/shorten.ts';
import { wrap } from '../text/wrap.ts';
import { visibleText } from '@sprout/core';

/** One picture of a contact sheet. */
export interface Tile {
  /** An encoded PNG, and its size in pixels. */
  readonly png: Uint8Array;
  readonly height: number;
  readonly width: number;
  /** A line under the picture. A long caption is shortened at its start, so that the file name is visible. */
  readonly caption?: string;
  /** A second line, in a lighter colour. A long note is shortened at its end. */
  readonly note?: string;
  /** Further lines, in a lighter colour. A long line is broken between words. At most twenty lines are shown. */
  readonly lines?: readonly string[];
}

export interface ContactSheetOptions {
  /** The number of tiles in a row, at least 1. */
  readonly columns: number;
  /** The side of the square into which each picture is fitted, in pixels, 1 to 4,096; 150 by default. */
  readonly tileSize?: number;
  /** A long title is broken between words. */
  readonly title?: string;
  /** A heading over each column: "original", "prepared", ... */
  readonly columnTitles?: readonly string[];
}

const LARGEST_TILE = 4096;
const MARGIN = 20;
const GAP = 12;
const CAPTION = { size: 11, line: 16 };
const TITLE = { size: 16, line: 22, below: 12 };
const MOST_LINES = 20;

/**
 * Draws pictures in rows, with captions, as one SVG that contains them; `svgToPng` renders it as PNG. Pictures keep their
 * proportions. Small pictures are enlarged without smoothing.
 *
 * @throws {SproutError} `option-invalid` for columns or tile size out of range.
 */
export function contactSheet(
  tiles: readonly Tile[],
  { columns, tileSize = 150, title, columnTitles = [] }: ContactSheetOptions,
): string {
  checkWhole('columns', columns, { least: 1 });
  checkWhole('tileSize', tileSize, { least: 1, most: LARGEST_TILE });
  const texts = tiles.map((tile) => textsOf(tile, tileSize));
  const lines = texts.reduce((most, { length }) => Math.max(most, length), 0);
  const rowHeight = tileSize + (lines > 0 ? 4 + lines * CAPTION.line : 0) + GAP;
  const used = Math.max(1, Math.min(columns, Math.max(tiles.length, columnTitles.length)));
  const width = 2 * MARGIN + used * (tileSize + GAP) - GAP;
  const titles = titleLines(title, width - 2 * MARGIN);
  const titleHeight = titles.length === 0 ? 0 : titles.length * TITLE.line + TITLE.below;
  const top = MARGIN + titleHeight + (columnTitles.length > 0 ? 24 : 0);
  const height = top + Math.ceil(tiles.length / columns) * rowHeight - GAP + MARGIN;
  const left = (column: number) => MARGIN + column * (tileSize + GAP);
  const headings = columnTitles.map((heading, column) =>
    text(heading, { x: left(column), y: top - 10, width: tileSize, size: 12, bold: true }),
  );
  const pictures = tiles.map((tile, number) =>
    drawTile(tile, {
      x: left(number % columns),
      y: top + Math.floor(number / columns) * rowHeight,
      size: tileSize,
      texts: texts[number]!, // one for each tile
    }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeMarkup(fontFamily)}">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ...titles,
    ...headings,
    ...pictures,
    '</svg>',
  ].join('');
}

/** The title as lines of text. */
function titleLines(title: string | undefined, width: number): string[] {
  if (title === undefined) return [];
  const font = { size: TITLE.size, bold: true, width };
  return wrap(visibleText(title), font).map((line, at) =>
    text(line, { x: MARGIN, y: MARGIN + 14 + at * TITLE.line, ...font }),
  );
}

type TileText = Pick<TextOptions, 'fill' | 'keep'> & { readonly line: string };

/** The lines under a picture. An empty line keeps its place. */
function textsOf({ caption = '', note = '', lines = [] }: Tile, width: number): TileText[] {
  const first: TileText[] = [
    { line: caption, keep: 'end' },
    { line: note, fill: colours.muted },
  ];
  const further = lines.flatMap((line) => wrap(visibleText(line), { size: CAPTION.size, width }));
  const shown = further.length > MOST_LINES ? [...further.slice(0, MOST_LINES - 1), '…'] : further;
  return [
    ...first.slice(0, note !== '' ? 2 : caption !== '' ? 1 : 0),
    ...shown.map((line) => ({ line, fill: colours.muted })),
  ];
}

interface DrawTileOptions {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly texts: readonly TileText[];
}

function drawTile(tile: Tile, { x, y, size, texts }: DrawTileOptions): string {
  const scale = size / Math.max(tile.width, tile.height, 1);
  const width = Math.max(1, Math.round(tile.width * scale));
  const height = Math.max(1, Math.round(tile.height * scale));
  const smooth = scale <= 1 ? 'optimizeQuality' : 'optimizeSpeed';
  const baseline = y + size + 4 + CAPTION.size;
  return [
    `<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="3" fill="${colours.empty}"/>`,
    `<image x="${x + Math.floor((size - width) / 2)}" y="${y + Math.floor((size - height) / 2)}" width="${width}" height="${height}" preserveAspectRatio="none" image-rendering="${smooth}" href="data:image/png;base64,${base64(tile.png)}"/>`,
    ...texts.map(({ line, ...style }, at) =>
      text(line, { x, y: baseline + at * CAPTION.line, width: size, size: CAPTION.size, ...style }),
    ),
  ].join('');
}

interface TextOptions {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly keep?: NonNullable<ShortenOptions['keep']>;
}

function text(
  line: string,
  { x, y, width, size, bold = false, fill = colours.ink, keep = 'start' }: TextOptions,
): string {
  if (line === '') return '';
  const shown = escapeMarkup(shorten(visibleText(line), { size, bold, width, keep }));
  return `<text x="${x}" y="${y}" font-size="${size}"${bold ? ' font-weight="600"' : ''} fill="${fill}">${shown}</text>`;
}
