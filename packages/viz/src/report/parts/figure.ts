import type { TopLevelSpec } from 'vega-lite';
import { prefixIds } from '../../svg/prefix-ids.ts';
import { renderSvg } from '../../svg/render-svg.ts';
import { html, type Html, trusted } from './html.ts';

export interface FigureOptions {
  /** Unique on the page. */
  readonly id: string;
  /** The alternative text: what the picture shows. */
  readonly alt: string;
  readonly caption?: string;
}

/**
 * Draws a plot into the page. It grows and shrinks only a little with the page, so that its text stays legible, and
 * scrolls on a narrower page.
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

/** An SVG document as part of a page: without namespaces, with ids of its own, hidden from screen readers. */
function inline(svg: string, id: string): string {
  return prefixIds(svg, id).replace(/^<svg[^>]*>/, (tag) => {
    const [viewBox, width = '0'] = / viewBox="0 0 (\d+)[^"]*"/.exec(tag) ?? [''];
    return `<svg${viewBox} aria-hidden="true" focusable="false" style="width:100%;max-width:${Math.round(1.2 * Number(width))}px;min-width:${Math.round(0.75 * Number(width))}px">`;
  });
}
