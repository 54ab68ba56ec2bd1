import { colours } from '../plots/theme.ts';

export interface SvgToPngOptions {
  /** Pixels; without it twice the size that the SVG states, which is sharp on dense screens. */
  readonly width?: number;
}

/**
 * Draws an SVG as PNG, off the calling thread, with the DejaVu fonts of the package and no others: the same bytes
 * whatever fonts the machine has. Scripts that DejaVu lacks (Chinese, emoji) come out blank.
 */
export async function svgToPng(svg: string, { width }: SvgToPngOptions = {}): Promise<Uint8Array> {
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
