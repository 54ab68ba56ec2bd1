import type { Raster } from '@sprout/core';
import { expect, test } from 'vitest';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { drawAugmentation } from './draw-augmentation.ts';
import { setUpAugmentation } from './set-up-augmentation.ts';

const mask: Raster = { height: 2, width: 3, channels: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
const at = { seed: 0, epoch: 0, id: 'a.png' };

test('draws what drawAugmentation draws', async () => {
  const augment = [{ op: 'flip-horizontal' }, { op: 'rotate' }];
  const { draw } = await setUpAugmentation(augment);
  expect(draw(at)).toEqual(drawAugmentation(augment, at));
});

test('moves the pixels of image and mask in the same way', async () => {
  const augment = [{ op: 'flip-horizontal', probability: 1 }, { op: 'brightness-contrast' }];
  const { apply, applyToMask } = await setUpAugmentation(augment);
  const drawn = [
    { op: 'flip-horizontal', numbers: { flip: true } },
    { op: 'brightness-contrast', numbers: { brightness: 0, contrast: 0 } },
  ];
  expect(numbersOf(apply(numbered(2, 3), drawn))).toEqual([3, 2, 1, 6, 5, 4]);
  expect(applyToMask(mask, drawn)).toEqual({ ...mask, data: Uint8Array.of(3, 2, 1, 6, 5, 4) });
  expect([...mask.data]).toEqual([1, 2, 3, 4, 5, 6]);
});

test('colours change the image and not the mask', async () => {
  const { draw, apply, applyToMask } = await setUpAugmentation([{ op: 'brightness-contrast' }]);
  const drawn = draw(at);
  expect(apply(numbered(2, 3), drawn).data).not.toEqual(numbered(2, 3).data);
  expect(applyToMask(mask, drawn)).toBe(mask);
});

test('a released result lends its memory to the next one; results that were not released stay as they are', async () => {
  const flips = [1, 1, 1].map(() => ({ op: 'flip-horizontal', probability: 1 }));
  const { draw, apply, release } = await setUpAugmentation(flips);
  const source = numbered(2, 3);
  const kept = apply(source, draw(at));
  const released = apply(source, draw(at));
  release(source); // no op made it
  release(released);
  expect(apply(numbered(2, 3), draw(at)).data.buffer).toBe(released.data.buffer);
  for (let count = 0; count < 5; count++) apply(numbered(2, 3), draw(at));
  expect(numbersOf(kept)).toEqual([3, 2, 1, 6, 5, 4]);
  expect(source).toEqual(numbered(2, 3));
});

test('an image has three channels and a mask one', async () => {
  const { apply, applyToMask } = await setUpAugmentation([]);
  expect(() => apply(mask, [])).toThrow('An image must have the shape [2, 3, 3]');
  expect(() => applyToMask(numbered(2, 3), [])).toThrow('A mask must have the shape [2, 3, 1]');
  const short = { ...mask, data: new Uint8Array(5) };
  expect(() => applyToMask(short, [])).toThrow('must have the shape');
});

test('an augmentation that is not valid is refused', async () => {
  await expect(setUpAugmentation([{ op: 'rotat' }])).rejects.toThrow('did you mean "rotate"?');
});
