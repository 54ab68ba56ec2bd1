import { expect, test } from 'vitest';
import { confusedPairs } from './data/confused-pairs.ts';
import { counted, duration, percent } from '../text/format.ts';
import { imageDataUri } from './parts/image-data-uri.ts';
import { opLine } from './parts/op-line.ts';
import { referenceAccuracies } from './data/reference-accuracies.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('numbers read as one would say them', () => {
  expect(plain(percent(0.7917))).toBe('79.2 %');
  expect(percent(NaN)).toBe('–');
  expect([0.42, 48.2, 59.7, 200, 7500].map(duration).map(plain)).toEqual([
    '0.4 s',
    '48 s',
    '1 min 0 s',
    '3 min 20 s',
    '2 h 5 min',
  ]);
  expect([counted(1, 'epoch'), counted(30, 'epoch'), counted(12, 'class')]).toEqual([
    '1 epoch',
    '30 epochs',
    '12 classes',
  ]);
  expect(counted(12345, 'image')).toBe('12,345 images');
});

test('the most confused pairs come by images, then by share of their class', () => {
  const pairs = confusedPairs(
    [
      [5, 2, 0],
      [2, 1, 0],
      [1, 0, 9],
    ],
    { most: 2 },
  );
  expect(pairs).toEqual([
    { label: 1, predicted: 0, total: 3, count: 2 },
    { label: 0, predicted: 1, total: 7, count: 2 },
  ]);
  expect(
    confusedPairs(
      [
        [3, 0],
        [0, 0],
      ],
      { most: 2 },
    ),
  ).toEqual([]);
});

test('guessing names the class that training saw most', () => {
  const { chance, majority } = referenceAccuracies({
    folder: 'x',
    split: 'any',
    classes: [
      { name: 'a', training: 10, validation: 6 },
      { name: 'b', training: 30, validation: 2 },
    ],
  });
  expect(chance.accuracy).toBe(0.5);
  expect(majority).toMatchObject({ name: 'always “b”', accuracy: 0.25 });
});

test('pictures are taken by what their bytes say, and SVG never', () => {
  expect(imageDataUri(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toBe(
    'data:image/png;base64,iVBORw==',
  );
  expect(imageDataUri(Uint8Array.of(0xff, 0xd8, 0xff))).toMatch(/^data:image\/jpeg/);
  expect(imageDataUri(new TextEncoder().encode('RIFF....WEBP'))).toMatch(/^data:image\/webp/);
  expect(imageDataUri(new TextEncoder().encode('<svg onload="x"/>'))).toBeUndefined();
  expect(imageDataUri(new Uint8Array())).toBeUndefined();
});

test('ops are printed on one line', () => {
  expect(opLine({ op: 'rotate', degrees: [-90, 90], border: 'nearest' })).toBe(
    'rotate degrees=[-90,90] border=nearest',
  );
});
