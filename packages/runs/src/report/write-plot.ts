import { makeFolder, writeAtomic } from '@sprout/core';
import { svgToPng } from '@sprout/viz';
import { join } from 'node:path';

/** Writes a plot as SVG and PNG into the folder of plots, which is made. @throws {SproutError} `file-unwritable` */
export async function writePlot(
  { plots }: { readonly plots: string },
  name: string,
  svg: string,
): Promise<void> {
  await makeFolder(plots);
  await writeAtomic(join(plots, `${name}.svg`), svg);
  await writeAtomic(join(plots, `${name}.png`), await svgToPng(svg));
}
