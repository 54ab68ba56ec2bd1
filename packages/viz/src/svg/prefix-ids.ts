/**
 * Renames the ids of an SVG, and all references to them, to `prefix-0`, `prefix-1`, ... in the order of appearance:
 * the same picture has the same bytes however many were drawn before, and several stand in one page without clashes.
 * Expects `>` to be escaped inside attributes, as Vega does; text is left alone.
 */
export function prefixIds(svg: string, prefix: string): string {
  const names = new Map<string, string>();
  for (const [tag] of svg.matchAll(TAG)) {
    const id = /\sid="([^"]+)"/.exec(tag)?.[1];
    if (id !== undefined && !names.has(id)) names.set(id, `${prefix}-${names.size}`);
  }
  const rename = (_: string, before: string, id: string, after: string) =>
    `${before}${names.get(id) ?? id}${after}`;
  return svg.replace(TAG, (tag) => tag.replace(REFERENCE, rename));
}

const TAG = /<[^>]*>/g;
const REFERENCE = /(\sid="|url\(#|href="#)([^")]+)([")])/g;
