import {
  fromErrorData,
  isSproutError,
  type LentImages,
  type Raster,
  type Sample,
  SproutError,
  writeAtomic,
} from '@sprout/core';
import { createImagePool, encodePng, resizePil } from '@sprout/imgproc';
import { contactSheet, svgToPng, type Tile } from '@sprout/viz';
import {
  chooseImages,
  type ChosenImages,
  type ImageChoiceOptions,
  resolveImages,
} from '../compose/choose-images.ts';
import { stringifyConfig } from '../config/stringify-config.ts';
import { exampleIds } from '../compose/example-ids.ts';
import { reporter as createReporter } from '../terminal/reporter.ts';

export interface PreviewOptions extends ImageChoiceOptions {
  readonly rows: number;
  readonly out: string;
}

type Pool = Awaited<ReturnType<typeof createImagePool>>;

const COPIES = 4;
/** A tile's longer side, twice as many as the sheet has. */
const MOST_PIXELS = 300;
const TITLES = [
  'original',
  'prepared',
  ...Array.from({ length: COPIES }, (_, copy) => `augmented ${copy + 1}`),
];

/** `sprout preview`: a contact sheet with a row an image: as it is, prepared, and as some epochs would see it. */
export async function preview(folder: string, options: PreviewOptions): Promise<void> {
  const reporter = createReporter(options);
  const { rows, out } = options;
  const resolved = await resolveImages(folder, options);
  if (options.printConfig === true) {
    reporter.result(stringifyConfig(resolved), resolved);
    return;
  }
  if (!/\.(png|svg)$/i.test(out)) {
    const rule = 'a file that ends in .png or .svg';
    throw new SproutError('option-invalid', { option: '--out', value: out, rule });
  }
  const chosen = await chooseImages(resolved, reporter);
  const { samples, classes, seed, workers } = chosen;
  const ids = new Set(exampleIds({ folder, samples, classes }, { count: rows, seed }));
  await using pool = await createImagePool(workers);
  const tiles: Tile[] = [];
  const shown: string[] = [];
  for (const sample of samples.filter(({ id }) => ids.has(id))) {
    try {
      tiles.push(...(await row(pool, sample, chosen)));
      shown.push(sample.id);
    } catch (error) {
      if (chosen.onBad === 'fail' || !isSproutError(error, 'images-bad')) throw error;
      reporter.warn(`left out: ${error.context.first}`);
    }
  }
  const svg = contactSheet(tiles, { columns: TITLES.length, columnTitles: TITLES });
  await writeAtomic(out, out.endsWith('.svg') ? svg : await svgToPng(svg));
  reporter.result(out, { sheet: out, images: shown });
}

async function row(
  pool: Pool,
  sample: Sample,
  { recipe, augment, seed }: ChosenImages,
): Promise<Tile[]> {
  const original = await tile(await prepared(pool, sample, []), sample.id);
  const ready = await tile(await prepared(pool, sample, recipe));
  const copies = Array.from({ length: COPIES }, async (_, epoch) =>
    tile(
      await pool.augment(await prepared(pool, sample, recipe), [sample], { augment, seed, epoch }),
    ),
  );
  return [original, ready, ...(await Promise.all(copies))];
}

async function prepared(
  pool: Pool,
  sample: Sample,
  recipe: ChosenImages['recipe'],
): Promise<LentImages> {
  const lent = await pool.prepare([sample], recipe);
  const failure = lent.bad[0];
  if (failure === undefined) return lent;
  lent[Symbol.dispose]();
  throw new SproutError('images-bad', {
    count: 1,
    total: 1,
    first: fromErrorData(failure.error).message,
  });
}

/** A tile of the one image lent; gives it back. */
async function tile(images: LentImages, caption?: string): Promise<Tile> {
  using lent = images;
  const { height, width, channels } = lent;
  const data = lent.images.slice(0, height * width * channels);
  const raster = shrunk({ height, width, channels, data });
  return {
    png: await encodePng(raster),
    height: raster.height,
    width: raster.width,
    ...(caption !== undefined && { caption }),
  };
}

/** No larger than a sheet can show. */
function shrunk(raster: Raster): Raster {
  const scale = Math.min(1, MOST_PIXELS / Math.max(raster.height, raster.width));
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return resizePil(raster, {
    height: side(raster.height),
    width: side(raster.width),
    filter: 'box',
  });
}
