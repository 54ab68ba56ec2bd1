import { expect, test } from 'vitest';
import { addressFrom } from './address-from.ts';

test.each([
  ['out/page.html', 'out/a b/#1.png', './a%20b/%231.png'],
  ['out/page.html', 'photos/a:b.png', './../photos/a%3Ab.png'],
  ['page.html', 'javascript:0', './javascript%3A0'],
])('the address from %s to %s', (page, path, address) => {
  expect(addressFrom(page, path)).toBe(address);
});
