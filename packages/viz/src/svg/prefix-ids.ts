/**
 * Renames the ids of an SVG, and all references to them, to `prefix-0`, `prefix-1`, ... in the order of appearance.
 * The same plot then has the same bytes, however many were drawn before it, and several plots can share a page.
 * Expects `>` to be escaped inside attributes, as Vega does. Text is not changed.
 */
export function prefixIds(svg: string, prefix: string): string {
  const names = new Map<string, string>();
  for (const [tag] of svg.matchAll(TAG)) {
    const id = /\sid="([^"]+)"/.exec(tag)?.[1];
    if (id !== undefined && !names.has(id)) names.set(id, `${prefix}-${names.size}`);
  }
  return svg.replace(TAG, (tag) => tag.replace(REFERENCE, (id) => names.get(id) ?? id));
}

const TAG = /<[^>]*>/g;
const REFERENCE = /(?<=\sid="|url\(#|href="#)[^")]+(?=[")])/g;
