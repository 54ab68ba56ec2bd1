import type { TopLevelSpec } from 'vega-lite';
import { prefixIds } from '../../svg/prefix-ids.ts';
import { renderSvg } from '../../svg/render-svg.ts';
import { html, type Html, trusted } from './html.ts';
import { narrowSpec, NARROW_WIDTH } from './narrow-spec.ts';
import { scrolling } from './scrolling.ts';

export interface FigureOptions {
  /** Unique on the page. */
  readonly id: string;
  /** The alternative text, for screen readers. */
  readonly alt: string;
  readonly caption?: string;
  /** The plot for narrow pages; by default the same with a narrower plotted area. `none`: it scrolls there. */
  readonly narrow?: TopLevelSpec | 'none';
}

/**
 * Draws a plot as a part of a page. Its size changes only a little with the width of the page, so that its text is legible. A plot
 * that is too wide for a phone is drawn a second time, narrower; what is still too wide scrolls.
 */
export async function figure(
  spec: TopLevelSpec,
  { id, alt, caption, narrow }: FigureOptions,
): Promise<Html> {
  const wide = await renderSvg(spec);
  const { width } = sizeOf(wide);
  const fits = width <= SHRINKS * NARROW_WIDTH;
  const other = fits || narrow === 'none' ? undefined : (narrow ?? narrowSpec(spec, width));
  const small = other && (await renderSvg(other));
  return html`<figure class="plot">
    ${canvas(wide, { id, alt, use: small === undefined ? '' : ' wide' })}
    ${small && canvas(small, { id: `${id}-narrow`, alt, use: ' narrow' })}
    ${caption === undefined ? undefined : html`<figcaption>${caption}</figcaption>`}
  </figure>`;
}

interface CanvasOptions extends Pick<FigureOptions, 'id' | 'alt'> {
  /** The class for pages of one width, if there is another drawing for the other width. */
  readonly use: string;
}

function canvas(svg: string, { id, alt, use }: CanvasOptions): Html {
  const drawing = html`<div role="img" aria-label="${alt}">${trusted(inline(svg, id))}</div>`;
  return sizeOf(svg).width * LEAST > NARROW_WIDTH && use !== ' wide'
    ? scrolling(drawing, { name: 'Plot', use: `canvas${use}` })
    : html`<div class="canvas${use}">${drawing}</div>`;
}

/** A plot that is wider than a phone by this factor is only shrunk. */
const SHRINKS = 1.15;
/** By how much a plot grows and shrinks with the page. */
const MOST = 1.2;
const LEAST = 0.75;

/**
 * Makes an SVG document a part of a page: without namespaces, with unique ids, hidden from screen readers. Its links are for the
 * pointer only: the page has the same ones outside of it.
 */
function inline(svg: string, id: string): string {
  const links = prefixIds(svg, id).replaceAll('<a xlink:href=', '<a tabindex="-1" xlink:href=');
  const { viewBox, width } = sizeOf(svg);
  return links.replace(
    /^<svg[^>]*>/,
    `<svg${viewBox} aria-hidden="true" focusable="false" style="width:100%;max-width:${Math.round(MOST * width)}px;min-width:${Math.round(LEAST * width)}px">`,
  );
}

function sizeOf(svg: string): { readonly viewBox: string; readonly width: number } {
  const [viewBox, width = '0'] = / viewBox="0 0 (\d+)[^"]*"/.exec(svg) ?? [''];
  return { viewBox, width: Number(width) };
}
