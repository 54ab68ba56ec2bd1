import type { Raster } from '@sprout/core';
import { releaseBetween } from '../memory/result-bytes.ts';
import { blendTable } from './blend-table.ts';
import { composeTables, lookUp } from './look-up.ts';
import { meanLuminance } from './luminance.ts';
import { saturate } from './saturate.ts';
import { turnHue } from './turn-hue.ts';
import { identityTable } from './value-tables.ts';

/** One change of colour of a jitter. Factors of 1 and a hue of 0 change nothing. */
export type ColourChange = 'brightness' | 'contrast' | 'saturation' | 'hue';

export interface Jitter {
  readonly order: readonly ColourChange[];
  readonly brightness: number;
  readonly contrast: number;
  readonly saturation: number;
  /** In turns. */
  readonly hue: number;
}

/**
 * Changes colours in the given order, each change with the pixels of Pillow. Brightness and contrast are tables, which are
 * composed until another change needs the pixels.
 *
 * @param source Only read.
 */
export function jitter(source: Raster, { order, ...amounts }: Jitter): Raster {
  const after = (image: Raster, result: Raster): Raster =>
    releaseBetween(image, { source, result });
  let image = source;
  let table = IDENTITY;
  for (const change of order) {
    if (change === 'brightness') {
      table = composeTables(table, blendTable(0, amounts.brightness));
      continue;
    }
    if (change === 'contrast') {
      const mean = meanLuminance(image, table);
      table = composeTables(table, blendTable(mean, amounts.contrast));
      continue;
    }
    const current = table === IDENTITY ? image : after(image, lookUp(image, table));
    table = IDENTITY;
    const changed =
      change === 'saturation'
        ? saturate(current, amounts.saturation)
        : turnHue(current, Math.trunc(amounts.hue * 255));
    image = after(current, changed);
  }
  return table === IDENTITY && image !== source ? image : after(image, lookUp(image, table));
}

const IDENTITY = identityTable();
