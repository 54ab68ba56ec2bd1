import type { TopLevelSpec } from 'vega-lite';
import { prefixIds } from '../../svg/prefix-ids.ts';
import { renderSvg } from '../../svg/render-svg.ts';
import { html, type Html, trusted } from './html.ts';

export interface FigureOptions {
  /** Unique on the page. */
  readonly id: string;
  /** The alternative text, for screen readers. */
  readonly alt: string;
  readonly caption?: string;
}

/**
 * Draws a plot as a part of a page. Its size changes only a little with the width of the page, so that its text is legible. On a
 * narrower page it scrolls.
 */
export async function figure(
  spec: TopLevelSpec,
  { id, alt, caption }: FigureOptions,
): Promise<Html> {
  const svg = inline(await renderSvg(spec), id);
  return html`<figure class="plot">
    <div class="canvas" role="img" aria-label="${alt}">${trusted(svg)}</div>
    ${caption === undefined ? undefined : html`<figcaption>${caption}</figcaption>`}
  </figure>`;
}

/**
 * Makes an SVG document a part of a page: without namespaces, with unique ids, hidden from screen readers. Its links are for the
 * pointer only: the page has the same ones outside of it.
 */
function inline(svg: string, id: string): string {
  const links = prefixIds(svg, id).replaceAll('<a xlink:href=', '<a tabindex="-1" xlink:href=');
  return links.replace(/^<svg[^>]*>/, (tag) => {
    const [viewBox, width = '0'] = / viewBox="0 0 (\d+)[^"]*"/.exec(tag) ?? [''];
    return `<svg${viewBox} aria-hidden="true" focusable="false" style="width:100%;max-width:${Math.round(1.2 * Number(width))}px;min-width:${Math.round(0.75 * Number(width))}px">`;
  });
}
