import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { drawAugmentation } from '../augmentation/draw-augmentation.ts';
import { drawnFault } from '../augmentation/drawn-fault.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { imageDataGenerator } from '../keras/image-data-generator.ts';
import { STILL } from '../keras/transform/keras-numbers.ts';
import { KERAS_COMPATS } from '../keras/transform/traits.ts';
import { kerasTransform } from './keras-transform.ts';

const all = {
  op: 'keras',
  rotation: 40,
  widthShift: 0.2,
  heightShift: 0.1,
  shear: 10,
  zoom: [0.8, 1.3],
  channelShift: 20,
  brightness: [0.5, 1.5],
  flipHorizontal: true,
  flipVertical: true,
};

test('without a change the pixels stay as they are', () => {
  const source = numbered(3, 4);
  expect(applyOp({ op: 'keras' }, source, STILL)).toEqual(source);
});

test.each(KERAS_COMPATS)(
  '%s: the pixels are the floats of the generator, rounded once',
  (compat) => {
    const source = numbered(7, 5);
    const generator = imageDataGenerator({ compat });
    const numbers = { ...STILL, theta: 21, tx: 0.25, ty: -0.5, zx: 1.2, channelShift: 3.3 };
    const { data } = generator.applyTransform(
      { ...source, data: Float32Array.from(source.data) },
      { ...numbers, tx: 0.25 * 7, ty: -0.5 * 5 },
    );
    const expected = [...data].map((value) => Math.floor(value + 0.5));
    expect([...applyOp({ op: 'keras', compat }, source, numbers).data]).toEqual(expected);
  },
);

test('flips and moves pixels', () => {
  const source = {
    height: 1,
    width: 3,
    channels: 3,
    data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
  };
  const flipped = applyOp({ op: 'keras' }, source, { ...STILL, flipHorizontal: true });
  expect([...flipped.data]).toEqual([7, 8, 9, 4, 5, 6, 1, 2, 3]);
  const spec = { op: 'keras', border: 'constant', fill: 50 };
  const moved = applyOp(spec, source, { ...STILL, ty: 1 / 3 });
  expect([...moved.data]).toEqual([4, 5, 6, 7, 8, 9, 50, 50, 50]);
});

test('splines that overshoot stay within bytes', () => {
  const source = { height: 1, width: 5, channels: 1, data: Uint8Array.of(255, 255, 0, 255, 255) };
  const { data } = applyOp({ op: 'keras', order: 3 }, source, { ...STILL, ty: 0.1 });
  expect([...data].every((value) => value === Math.min(255, Math.max(0, value)))).toBe(true);
  expect(Math.max(...data)).toBe(255);
});

test('a mask moves as the image does, each pixel to the nearest one', () => {
  const prepared = kerasTransform.setUp(kerasTransform.schema.parse(all), () => []);
  const mask = { height: 2, width: 2, channels: 1, data: Uint8Array.of(1, 2, 3, 4) };
  const numbers = { ...STILL, flipVertical: true, channelShift: 9, brightness: 2 };
  expect([...prepared.applyToMask!(mask, numbers).data]).toEqual([3, 4, 1, 2]);
});

test('draws every number from its range', () => {
  const { draw } = setUpOps([all]);
  for (let seed = 0; seed < 200; seed++) {
    const numbers = draw(seed)[0]?.numbers as typeof STILL; // as `kerasTransform` draws them
    const { theta, tx, ty, shear, zx, zy, channelShift, brightness } = numbers;
    expect(Math.abs(theta)).toBeLessThanOrEqual(40);
    expect(Math.abs(tx)).toBeLessThanOrEqual(0.1);
    expect(Math.abs(ty)).toBeLessThanOrEqual(0.2);
    expect(Math.abs(shear)).toBeLessThanOrEqual(10);
    expect(Math.min(zx, zy)).toBeGreaterThanOrEqual(0.8);
    expect(Math.max(zx, zy)).toBeLessThanOrEqual(1.3);
    expect(Math.abs(Number(channelShift))).toBeLessThanOrEqual(20);
    expect(Math.abs(Number(brightness) - 1)).toBeLessThanOrEqual(0.5);
  }
});

test.each(KERAS_COMPATS)('%s keeps the contract of ops', (compat) => {
  expect(contractViolations(kerasTransform, { ...all, compat }, numbered(3, 4))).toEqual([]);
});

test.each([
  [1, 1],
  [1, 5],
  [5, 1],
])('an image of %i x %i survives every border and order', (height, width) => {
  for (const border of ['nearest', 'reflect', 'wrap', 'constant']) {
    for (const order of [0, 1, 2, 3]) {
      const { draw, apply } = setUpOps([{ ...all, border, order }]);
      const source = numbered(height, width);
      const result = apply(source, draw(1));
      expect(result).toMatchObject({ height, width, channels: 3 });
      expect(result.data).toHaveLength(source.data.length);
    }
  }
});

test.each([
  [{ zoom: [2, 1] }, 'the first number must not exceed the second'],
  [{ rotation: Number.NaN }, 'rotation'],
  [{ heightShift: 1 }, 'heightShift'],
  [{ order: 4 }, 'order'],
  [{ compat: 'keras-1' }, 'compat'],
])('refuses %o', (fields, message) => {
  expect(() => parseAugmentation([{ op: 'keras', ...fields }])).toThrow(message);
});

test.each(KERAS_COMPATS)('%s: drawn numbers fit', (compat) => {
  for (const spec of [
    { op: 'keras', compat },
    { ...all, compat },
  ]) {
    for (let epoch = 0; epoch < 20; epoch++) {
      const drawn = drawAugmentation([spec], { seed: 1, epoch, id: 'a.png' });
      expect(drawnFault([spec], drawn)).toBeUndefined();
    }
  }
});

const drawn = { ...STILL, channelShift: 0, brightness: 1 };

test.each([
  [{ theta: 41 }, 'theta', '41 is outside of the interval from -40 to 40 of the augmentation'],
  [{ tx: 0.15 }, 'tx', '0.15 is outside of the interval from -0.1 to 0.1 of the augmentation'],
  [{ ty: -0.3 }, 'ty', '-0.3 is outside of the interval from -0.2 to 0.2 of the augmentation'],
  [{ shear: 11 }, 'shear', '11 is outside of the interval from -10 to 10 of the augmentation'],
  [{ zy: 2 }, 'zy', '2 is outside of the interval from 0.8 to 1.3 of the augmentation'],
  [{ channelShift: 21 }, 'channelShift', '21 is outside of the interval from -20 to 20'],
  [{ channelShift: null }, 'channelShift', 'it must not be null, as the augmentation draws it'],
  [{ channelShift: [1, 2, 3] }, 'channelShift', 'it must be one number with fixed'],
  [{ brightness: null }, 'brightness', 'it must not be null, as the augmentation draws it'],
  [{ brightness: 2 }, 'brightness', '2 is outside of the interval from 0.5 to 1.5'],
])('numbers in a log must fit: %j', (change, field, reason) => {
  const fault = drawnFault([all], [{ op: 'keras', numbers: { ...drawn, ...change } }]);
  expect(fault).toMatchObject({ op: 'keras', field });
  expect(fault?.reason).toContain(reason);
});

test('numbers in a log must not have what the augmentation does not draw', () => {
  const fault = (change: object) =>
    drawnFault([{ op: 'keras' }], [{ op: 'keras', numbers: { ...STILL, ...change } }])?.reason;
  expect(fault({ flipVertical: true })).toBe('it must be false, as the augmentation does not flip');
  expect(fault({ brightness: 1 })).toBe('it must be null, as the augmentation does not draw it');
});
