import { expect, test } from 'vitest';
import { summaryText } from './summary-text.ts';

test('is a table with the totals below it', () => {
  const layers = [
    { name: 'images', kind: 'InputLayer', shape: [8, null, 3], parameters: 0, inputs: [] },
    { name: 'conv', kind: 'Conv2D', shape: [4, 4, 4], parameters: 1234567, inputs: ['images'] },
    { name: 'sum', kind: 'Add', shape: [4], parameters: 0, inputs: ['conv', 'images'] },
  ];
  expect(summaryText({ layers, parameters: 1234567, trainable: 999 })).toBe(
    [
      'layer                output     parameters  connected to',
      'images (InputLayer)  8 x ? x 3           0',
      'conv (Conv2D)        4 x 4 x 4   1,234,567  images',
      'sum (Add)            4                   0  conv, images',
      '1,234,567 parameters: 999 trainable, 1,233,568 not trainable',
    ].join('\n'),
  );
});
