import type { Raster } from '@sprout/core';
import { z } from 'zod';
import { autoContrastTable } from '../../kernels/auto-contrast-table.ts';
import { blendTable } from '../../kernels/blend-table.ts';
import { equalizeTable } from '../../kernels/equalize-table.ts';
import { histogramTables } from '../../kernels/histogram.ts';
import { lookUp } from '../../kernels/look-up.ts';
import { meanLuminance } from '../../kernels/luminance.ts';
import { pilAffine, type PilAffineOptions, type PilMatrix } from '../../kernels/pil-affine.ts';
import { shearX, shearY, translation } from '../../kernels/pil-matrices.ts';
import { pilRotate } from '../../kernels/pil-rotate.ts';
import { saturate } from '../../kernels/saturate.ts';
import { sharpness } from '../../kernels/sharpness.ts';
import { identityTable, posterizeTable, solarizeTable } from '../../kernels/value-tables.ts';
import type { PreparedOp } from '../../op-contract/op.ts';

/** The names of the ops of policies. A translation is given in pixels, or as a share of the width or height. */
export const policyOpName = z.enum([
  'identity',
  'shear-x',
  'shear-y',
  'translate-x',
  'translate-y',
  'translate-x-share',
  'translate-y-share',
  'rotate',
  'brightness',
  'saturation',
  'contrast',
  'sharpness',
  'posterize',
  'solarize',
  'auto-contrast',
  'equalize',
]);

export type PolicyOpName = z.output<typeof policyOpName>;

/** The ops of policies, with the pixels of Pillow. Each gets its magnitude as torchvision defines it. */
export function policyOps(options: PilAffineOptions): Record<PolicyOpName, PreparedOp<number>> {
  const moving = (matrixOf: MatrixOf) =>
    moved((source, magnitude, how) => pilAffine(source, matrixOf(magnitude, source), how), options);
  return {
    identity: { apply: (source) => source },
    'shear-x': moving(shearX),
    'shear-y': moving(shearY),
    'translate-x': moving((right, size) =>
      translation({ right: Math.trunc(right), down: 0 }, size),
    ),
    'translate-y': moving((down, size) => translation({ right: 0, down: Math.trunc(down) }, size)),
    'translate-x-share': moving((share, size) =>
      translation({ right: pixels(share, size.width), down: 0 }, size),
    ),
    'translate-y-share': moving((share, size) =>
      translation({ right: 0, down: pixels(share, size.height) }, size),
    ),
    rotate: moved(pilRotate, options),
    brightness: tabled((magnitude) => blendTable(0, 1 + magnitude)),
    contrast: { apply: (source, magnitude) => withContrast(source, 1 + magnitude) },
    saturation: { apply: (source, magnitude) => saturate(source, 1 + magnitude) },
    sharpness: { apply: (source, magnitude) => sharpness(source, 1 + magnitude) },
    posterize: tabled(posterizeTable),
    solarize: tabled(solarizeTable),
    'auto-contrast': {
      apply: (source) =>
        lookUp(
          source,
          histogramTables(source, (counts) => autoContrastTable(counts, 0)),
        ),
    },
    equalize: { apply: (source) => lookUp(source, histogramTables(source, equalizeTable)) },
  };
}

type MatrixOf = (magnitude: number, size: Raster) => PilMatrix;
type Move = (source: Raster, magnitude: number, options: PilAffineOptions) => Raster;

/** An op that moves pixels, and those of masks to the nearest pixel; masks get 0 from outside. */
function moved(move: Move, options: PilAffineOptions): PreparedOp<number> {
  return {
    apply: (source, magnitude) => move(source, magnitude, options),
    applyToMask: (mask, magnitude) => move(mask, magnitude, { resampler: 'nearest', colour: [0] }),
  };
}

function tabled(tableOf: (magnitude: number) => Uint8Array): PreparedOp<number> {
  return {
    apply: (source, magnitude) => lookUp(source, tableOf(magnitude)),
    table: tableOf,
  };
}

/** As in torchvision: computed in single precision, and rounded towards zero. */
function pixels(share: number, size: number): number {
  return Math.trunc(Math.fround(share * size));
}

function withContrast(source: Raster, factor: number): Raster {
  const mean = meanLuminance(source, identityTable());
  return lookUp(source, blendTable(mean, factor));
}
