import type { TopLevelSpec } from 'vega-lite';
import { nameLinks } from '../../svg/name-links.ts';
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
  /**
   * Whether its links are for the keyboard and for screen readers too. By default they are for the pointer only: the page has the
   * same ones outside of the plot.
   */
  readonly hasLinks?: boolean;
}

/**
 * Draws a plot as a part of a page. Its size changes only a little with the width of the page, so that its text is legible. A plot
 * that is too wide for a phone is drawn a second time, narrower; what is still too wide scrolls.
 */
export async function figure(
  spec: TopLevelSpec,
  { id, alt, caption, narrow, hasLinks = false }: FigureOptions,
): Promise<Html> {
  const wide = await renderSvg(spec);
  const { width } = sizeOf(wide);
  const fits = width <= SHRINKS * NARROW_WIDTH;
  const other = fits || narrow === 'none' ? undefined : (narrow ?? narrowSpec(spec, width));
  const small = other && (await renderSvg(other));
  return html`<figure class="plot">
    ${canvas(wide, { id, alt, hasLinks, use: small === undefined ? '' : ' wide' })}
    ${small && canvas(small, { id: `${id}-narrow`, alt, hasLinks, use: ' narrow' })}
    ${caption === undefined ? undefined : html`<figcaption>${caption}</figcaption>`}
  </figure>`;
}

interface CanvasOptions extends Pick<FigureOptions, 'id' | 'alt' | 'hasLinks'> {
  /** The class for pages of one width, if there is another drawing for the other width. */
  readonly use: string;
}

function canvas(svg: string, { id, alt, hasLinks = false, use }: CanvasOptions): Html {
  const role = hasLinks ? 'group' : 'img';
  const content = trusted(inline(svg, { id, hasLinks }));
  const drawing = html`<div role="${role}" aria-label="${alt}">${content}</div>`;
  return sizeOf(svg).width * LEAST > NARROW_WIDTH && use !== ' wide'
    ? scrolling(drawing, { name: 'Plot', use: `canvas${use}` })
    : html`<div class="canvas${use}">${drawing}</div>`;
}

/** A plot that is wider than a phone by this factor is only shrunk. */
const SHRINKS = 1.15;
/** By how much a plot grows and shrinks with the page. */
const MOST = 1.2;
const LEAST = 0.75;

/** Makes an SVG document a part of a page: without namespaces, with unique ids, hidden from screen readers unless it has links. */
function inline(svg: string, { id, hasLinks }: { id: string; hasLinks: boolean }): string {
  const unique = prefixIds(svg, id);
  const links = hasLinks
    ? nameLinks(unique)
    : unique.replaceAll('<a xlink:href=', '<a tabindex="-1" xlink:href=');
  const { viewBox, width } = sizeOf(svg);
  const hidden = hasLinks ? '' : ' aria-hidden="true" focusable="false"';
  return links.replace(
    /^<svg[^>]*>/,
    `<svg${viewBox}${hidden} style="width:100%;max-width:${Math.round(MOST * width)}px;min-width:${Math.round(LEAST * width)}px">`,
  );
}

function sizeOf(svg: string): { readonly viewBox: string; readonly width: number } {
  const [viewBox, width = '0'] = / viewBox="0 0 (\d+)[^"]*"/.exec(svg) ?? [''];
  return { viewBox, width: Number(width) };
}
