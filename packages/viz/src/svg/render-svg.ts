import type { TopLevelSpec } from 'vega-lite';
import { textWidth } from '../text/text-width.ts';
import { prefixIds } from './prefix-ids.ts';
import { themeConfig } from './theme.ts';

const silent = {
  level: () => silent,
  error: () => silent,
  warn: () => silent,
  info: () => silent,
  debug: () => silent,
};

/**
 * Draws a Vega-Lite spec in the theme of Sprout. The spec's own settings take precedence over the theme.
 *
 * @returns A complete SVG document. The same spec gives the same bytes on every machine.
 */
export async function renderSvg(spec: TopLevelSpec): Promise<string> {
  const [{ compile }, vega] = await Promise.all([import('vega-lite'), importVega()]);
  const compiled = compile(spec, { config: themeConfig, logger: silent });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logLevel: vega.None });
  try {
    return prefixIds(await view.toSVG(), 'plot');
  } finally {
    view.finalize();
  }
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}
interface TextMetrics {
  width: (item: TextItem, text: unknown) => number;
}

/**
 * Loads Vega and makes it measure text by the widths of DejaVu Sans. Its default is a canvas if one is installed, and an estimate
 * otherwise.
 */
async function importVega() {
  const vega = await import('vega');
  // exported by vega-scenegraph, but missing from the types of vega
  const textMetrics: TextMetrics = Reflect.get(vega, 'textMetrics');
  textMetrics.width = ({ fontSize = 11, fontWeight }, text) =>
    textWidth(String(text), { size: fontSize, bold: isBold(fontWeight) });
  return vega;
}

function isBold(weight: string | number | undefined): boolean {
  return weight === 'bold' || Number(weight) >= 600;
}
