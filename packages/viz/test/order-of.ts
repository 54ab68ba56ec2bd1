import { expect } from 'vitest';

/** The labels in the order in which they occur in an SVG. */
export function orderOf(svg: string, labels: readonly string[]): string[] {
  for (const label of labels) expect(svg).toContain(`>${label}<`);
  return labels.toSorted((a, b) => svg.indexOf(`>${a}<`) - svg.indexOf(`>${b}<`));
}
