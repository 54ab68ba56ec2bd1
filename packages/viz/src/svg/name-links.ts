/**
 * Makes the description of each linked mark the title of its link, which browsers show under the pointer and screen readers read.
 * Expects an SVG of Vega.
 */
export function nameLinks(svg: string): string {
  return svg.replace(LINKED_MARK, '$1<title>$2</title><path');
}

const LINKED_MARK =
  /(<a [^>]*>)<path aria-label="([^"]*)" role="graphics-symbol" aria-roledescription="[^"]*"/g;
