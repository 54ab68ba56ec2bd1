import { checkWhole } from '@sprout/core';
import { colours } from '../svg/theme.ts';

/** A wider picture ends the process: resvg takes its memory at once. */
const WIDEST = 16_384;

export interface SvgToPngOptions {
  /** Pixels, 1 to 16,384; without it twice the size that the SVG states, which is sharp on dense screens. */
  readonly width?: number;
}

/**
 * Draws an SVG as PNG, off the calling thread, with the DejaVu fonts of the package and no others: the same bytes
 * whatever fonts the machine has. Scripts that DejaVu lacks (Chinese, emoji) come out blank.
 *
 * @throws {SproutError} `option-invalid` for the width. What is no SVG is an error of resvg's.
 */
export async function svgToPng(svg: string, { width }: SvgToPngOptions = {}): Promise<Uint8Array> {
  if (width !== undefined) checkWhole('width', width, { least: 1, most: WIDEST });
  const [{ renderAsync }, { createRequire }] = await Promise.all([
    import('@resvg/resvg-js'),
    import('node:module'),
  ]);
  const { resolve } = createRequire(import.meta.url);
  const image = await renderAsync(svg, {
    background: colours.paper,
    fitTo: width === undefined ? { mode: 'zoom', value: 2 } : { mode: 'width', value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) =>
        resolve(`dejavu-fonts-ttf/ttf/${file}`),
      ),
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  });
  return image.asPng();
}
