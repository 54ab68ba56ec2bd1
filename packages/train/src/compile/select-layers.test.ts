import { expect, test } from 'vitest';
import { chained } from '../../test/emitted.ts';
import { selectLayers } from './select-layers.ts';

const layers = chained([
  { name: 'images', kind: 'InputLayer', inputs: [] },
  { name: 'left', kind: 'Conv2D' },
  { name: 'right', kind: 'Conv2D', inputs: ['images'] },
  { name: 'sum', kind: 'Add', inputs: ['left', 'right'] },
  { name: 'end', kind: 'Flatten' },
]);

test.each([
  [['right'], ['images', 'right']],
  [['sum'], ['images', 'left', 'right', 'sum']],
  [
    ['left', 'right'],
    ['images', 'left', 'right'],
  ],
  [['images'], ['images']],
])('selects the layers that %j depend on, in order', (asked, expected) => {
  expect(selectLayers(layers, new Set(asked)).map(({ name }) => name)).toEqual(expected);
});
