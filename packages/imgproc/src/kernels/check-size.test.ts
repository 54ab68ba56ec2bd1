import { expect, test } from 'vitest';
import { checkSize } from './check-size.ts';

test.each([
  [{ height: 0, width: 1 }, 'height must be a whole number, at least 1; received 0'],
  [{ height: 3, width: -2 }, 'width must be a whole number, at least 1; received -2'],
  [{ height: 1.5, width: 1 }, 'height must be a whole number, at least 1; received 1.5'],
  [{ height: 1, width: NaN }, 'width must be a whole number, at least 1; received NaN'],
])('%j is refused', (size, message) => {
  expect(() => checkSize(size)).toThrow(
    expect.objectContaining({ code: 'option-invalid', message }),
  );
});

test('one pixel is enough', () => {
  expect(() => checkSize({ height: 1, width: 1 })).not.toThrow();
});
