import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from './shorten.ts';
import { textWidth } from './text-width.ts';

test('text that fits is not changed', () => {
  expect(shorten('Maize', { size: 10, width: 100 })).toBe('Maize');
});

test('keeps the start or the end', () => {
  expect(shorten('Small-flowered Cranesbill', { size: 10, width: 60 })).toBe('Small-flo…');
  expect(shorten('seedlings/Maize/1.png', { size: 10, width: 60, keep: 'end' })).toBe('…ize/1.png');
});

test('the result fits or is the ellipsis alone, and has no half of a surrogate pair', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'W', 'i', ' ', '/', 'é', '小', '👩'),
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 200 }), (line, width) => {
      const result = shorten(line, { size: 11, width });
      expect(result === '…' || textWidth(result, { size: 11 }) <= width).toBe(true);
      expect(result).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
    }),
  );
});
