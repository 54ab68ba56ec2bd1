import { type OpSpec, type Raster, type Recipe, SproutError } from '@sprout/core';
import { applyMask } from '../kernels/apply-mask.ts';
import { centreSquareOf } from '../kernels/centre-square-of.ts';
import { buildMaskTable, type PaletteColour } from '../kernels/mask-table.ts';
import { medianBlur } from '../kernels/median.ts';
import { resizeLinear } from '../kernels/resize-linear.ts';
import { type PilFilter, resizePil } from '../kernels/resize-pil.ts';
import { type ResizeToFitOptions, resizeToFit } from '../kernels/resize-to-fit.ts';

/**
 * Prepares an image by the recipe of a saved model, which has all defaults. Needs neither Node nor OpenCV. The pixels are those of the image
 * pool, bit for bit, except after `reduce`, which does nothing here: the decoder of a browser has no reduced sizes.
 *
 * @param image RGB, `[height, width, 3]`. Only read.
 * @param recipe The `recipe` of `sprout.json`.
 * @throws {SproutError} `recipe-invalid` for an op that only runs in Node, such as `resize` with `cv2-area`.
 */
export function replayRecipe(image: Raster, recipe: Recipe): Raster {
  return recipe.reduce<Raster>((before, spec) => {
    const reason = faultOf(spec);
    if (reason !== undefined)
      throw new SproutError('recipe-invalid', { recipe: JSON.stringify(recipe), reason });
    return OPS[spec.op]!(before, spec); // an op without a fault is in the table
  }, image);
}

/** Why a recipe cannot be replayed in a browser, as the end of a sentence about it; `undefined` if it can. */
export function replayFault(recipe: Recipe): string | undefined {
  return recipe.map(faultOf).find((fault) => fault !== undefined);
}

type Apply = (image: Raster, spec: OpSpec) => Raster;

/** The fields of the specs were checked when the recipe was parsed. */
const OPS: Readonly<Record<string, Apply>> = {
  reduce: (image) => image,
  resize: (image, spec) => {
    const { resampler, fit = 'squash', ...rest } = spec as OpSpec & Resize;
    return resizeToFit(image, { ...rest, fit }, (source, size) =>
      resampler === 'cv2-linear'
        ? resizeLinear(source, size)
        : resizePil(source, { ...size, filter: resampler.slice(PIL.length) as PilFilter }),
    );
  },
  'centre-square': (image, spec) => centreSquareOf(image, (spec as OpSpec & { size: number }).size),
  'colour-mask': (image, spec) => {
    const { palette } = spec as OpSpec & { readonly palette: readonly PaletteColour[] };
    const data = Uint8Array.from(image.data);
    applyMask(data, tableOf(palette));
    return { ...image, data };
  },
  median: (image, spec) => medianBlur(image, (spec as OpSpec & { size: number }).size),
};

/** The tables of the palettes of recipes, which take longer to build than to apply to an image. */
const tables = new WeakMap<readonly PaletteColour[], Uint32Array>();

function tableOf(palette: readonly PaletteColour[]): Uint32Array {
  const table = tables.get(palette) ?? buildMaskTable(palette);
  tables.set(palette, table);
  return table;
}

interface Resize extends Omit<ResizeToFitOptions, 'fit'> {
  readonly resampler: string;
  readonly fit?: ResizeToFitOptions['fit'];
}

const PIL = 'pil-';

function faultOf({ op, ...fields }: OpSpec): string | undefined {
  if (!Object.hasOwn(OPS, op)) return `the op ${op} runs only in Node`;
  const { resampler } = fields as Partial<Resize>;
  const isKernel = op !== 'resize' || resampler === 'cv2-linear' || resampler?.startsWith(PIL);
  return isKernel === true
    ? undefined
    : `the resampler ${resampler} runs only in Node; cv2-linear and the resamplers of Pillow, such as ${PIL}bilinear, run in a web page too`;
}
