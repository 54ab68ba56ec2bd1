import { expect, test } from 'vitest';
import { commonSize } from './common-size.ts';

const size = { height: 2, width: 3 };

test.each([
  [[size], size],
  [[size, { ...size }], size],
  [[size, { height: 3, width: 2 }], undefined],
  [[size, undefined], undefined],
  [[undefined, size], undefined],
  [[undefined], undefined],
])('%j', (sizes, common) => {
  expect(commonSize(sizes)).toEqual(common);
});
