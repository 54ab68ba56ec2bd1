import { expect, test } from 'vitest';
import { torchvision } from '../../../fixtures/torchvision.ts';
import type { PolicyTable } from './magnitudes.ts';
import { AUG_MIX, AUG_MIX_COLOURS, RAND_AUGMENT, TRIVIAL_AUGMENT } from './policy-tables.ts';

/** A table as torchvision would have it for an image of one pixel. */
function inPixels(table: PolicyTable) {
  return Array.from(table, ([op, { values, signed }]) => {
    const share = op.endsWith('-share');
    return {
      op: share ? op.slice(0, -6) : op,
      values: share ? values.map(Math.fround) : values,
      signed,
    };
  });
}

test.each([
  ['rand-augment', RAND_AUGMENT],
  ['aug-mix', new Map([...AUG_MIX, ...AUG_MIX_COLOURS])],
  ['trivial-augment', TRIVIAL_AUGMENT],
] as const)('the table of %s is that of torchvision', (name, table) => {
  const ours = inPixels(table);
  const theirs = torchvision.tables[name];
  expect(ours.map(({ op }) => op)).toEqual(theirs.map(({ op }) => op));
  for (const [index, { values, signed }] of ours.entries()) {
    const { values: expected, signed: hasSign } = theirs[index]!; // of the same length
    expect(signed).toBe(hasSign);
    for (const [bin, value] of values.entries()) {
      expect(Math.abs(value - expected[bin]!)).toBeLessThanOrEqual(2 ** -23 * Math.abs(value));
    }
  }
});
