import { checkWhole } from '@sprout/core';
import { colours } from '../svg/theme.ts';

/** In pixels. resvg allocates the whole image at once, and aborts the process if it cannot. */
const WIDEST = 16_384;

export interface SvgToPngOptions {
  /** In pixels, 1 to 16,384. By default twice the width that the SVG states, which is sharp on dense screens. */
  readonly width?: number;
}

/**
 * Renders an SVG as PNG in another thread. Only the DejaVu fonts of the package are used, so the bytes do not depend on
 * the fonts of the machine. Characters that DejaVu lacks (Chinese, emoji) are blank.
 *
 * @throws {SproutError} `option-invalid` for a width out of range. Text that is not SVG is an error of resvg.
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
