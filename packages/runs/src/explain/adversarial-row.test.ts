import { contactSheet } from '@sprout/viz';
import { expect, test } from 'vitest';
import { adversarialRow } from './adversarial-row.ts';

const picture = { png: new Uint8Array(), height: 8, width: 8 };
const record = { path: 'photos/a.png', className: 'Common wheat', image: 'a-image.png' };
const change = {
  epsilon: 0.0912,
  predicted: 'Common Chickweed of the northern fields',
  predictedAsSaved: 'Common wheat of the northern fields',
  changed: 'a-changed.png',
  difference: 'a-difference.png',
  amplification: 127.5 / 0.0912,
};

/** The lines under the pictures of a row, as the sheet shows them. */
function shown(row: ReturnType<typeof adversarialRow>): string {
  const svg = contactSheet(row, { columns: 3, tileSize: 224 });
  return [...svg.matchAll(/>([^<]+)<\/text>/g)].map(([, line]) => line).join(' ');
}

test('the classes before and after rounding are whole, also if they are long', () => {
  const text = shown(
    adversarialRow([picture, picture, picture], { record: { ...record, change }, most: 64 }),
  );
  expect(text).not.toContain('…');
  expect(text).toContain(
    'epsilon 0.091 of 255 predicted as Common Chickweed of the northern fields',
  );
  expect(text).toContain('as saved, rounded to bytes: Common wheat of the northern fields');
  expect(text).toContain('difference, times 1400 grey: no difference');
});

test('an image without a change says up to which epsilon', () => {
  const row = adversarialRow([picture], { record, most: 64 });
  expect(row).toHaveLength(3);
  expect(shown(row)).toBe(
    'photos/a.png predicted as Common wheat no change was found with epsilon up to 64',
  );
});
