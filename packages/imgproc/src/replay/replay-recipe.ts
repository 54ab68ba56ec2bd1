import { type OpSpec, type Raster, type Recipe, SproutError } from '@sprout/core';
import { applyMask } from '../kernels/apply-mask.ts';
import { centreSquareOf } from '../kernels/centre-square-of.ts';
import { buildMaskTable, type PaletteColour } from '../kernels/mask-table.ts';
import { medianBlur } from '../kernels/median.ts';
import { resizeLinear } from '../kernels/resize-linear.ts';
import { type PilFilter, resizePil } from '../kernels/resize-pil.ts';
import { type ResizeToFitOptions, resizeToFit } from '../kernels/resize-to-fit.ts';

/**
 * Prepares an image by a recipe as a model saves it: complete, with all defaults. Needs neither Node nor OpenCV. The pixels are those
 * of the image pool, bit for bit, except after `reduce`, which does nothing here: the decoder of a browser has no reduced sizes.
 *
 * @param image RGB, `[height, width, 3]`. Only read.
 * @param recipe The `recipe` of `sprout.json`.
 * @throws {SproutError} `recipe-invalid` for an op that only runs in Node, such as `resize` with `cv2-area`.
 */
export function replayRecipe(image: Raster, recipe: Recipe): Raster {
  return recipe.reduce<Raster>((before, spec) => {
    const op = faultOf(spec) === undefined ? OPS[spec.op] : undefined;
    if (op !== undefined) return op(before, spec);
    const reason = faultOf(spec) ?? 'is not an op of recipes';
    throw new SproutError('recipe-invalid', { recipe: JSON.stringify(recipe), reason });
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
    applyMask(data, buildMaskTable(palette));
    return { ...image, data };
  },
  median: (image, spec) => medianBlur(image, (spec as OpSpec & { size: number }).size),
};

interface Resize extends Omit<ResizeToFitOptions, 'fit'> {
  readonly resampler: string;
  readonly fit?: ResizeToFitOptions['fit'];
}

const PIL = 'pil-';

function faultOf({ op, ...fields }: OpSpec): string | undefined {
  if (!Object.hasOwn(OPS, op)) return `the op ${op} runs only in Node`;
  const { resampler } = fields as Partial<Resize>;
  const isKernel = op !== 'resize' || resampler === 'cv2-linear' || resampler?.startsWith(PIL);
  return isKernel === true ? undefined : `the resampler ${resampler} runs only in Node`;
}
