import { expect, test } from 'vitest';
import { geometry } from '../../fixtures/geometry.ts';
import { image, rotate as rotated } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { moveMask } from '../../test/move-mask.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { rotate } from './rotate.ts';

const spec = { op: 'rotate' };

test.each(rotated)(
  'by $degrees degrees, border $border, every pixel is SciPy’s',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test.each(geometry['rotated-mask'])(
  'moves the pixels of a mask as SciPy does with order 0: $degrees degrees, border $border',
  ({ data, ...numbers }) => {
    const mask = { ...image, channels: 1, data: image.data.filter((_, at) => at % 3 === 0) };
    expect(moveMask(spec, mask, numbers)).toEqual({ ...mask, data });
  },
);

test('by 90 degrees turns the pixels counter-clockwise', () => {
  const turned = applyOp(spec, numbered(2, 2), { degrees: 90, border: 'constant' });
  expect(numbersOf(turned)).toEqual([2, 4, 1, 3]);
});

test.each([2, 3, 4])('by 90 degrees is a quarter turn of %d x %d pixels', (side) => {
  const source = numbered(side, side);
  const turned = applyOp(spec, source, { degrees: 90, border: 'constant' });
  expect(turned).toEqual(applyOp({ op: 'quarter-turn' }, source, { degrees: 90 }));
});

test('by 0 degrees changes nothing', () => {
  const source = numbered(3, 4);
  expect(applyOp(spec, source, { degrees: 0, border: 'nearest' })).toEqual(source);
});

test('draws angles from its interval', () => {
  const { draw } = setUpOps([{ ...spec, degrees: [-5, 10] }]);
  const angles = Array.from({ length: 400 }, (_, seed) => {
    const numbers = draw(seed)[0]?.numbers as { degrees: number; border: string }; // as `rotate` draws them
    expect(numbers.border).toBe('nearest');
    return numbers.degrees;
  });
  expect(Math.min(...angles)).toBeGreaterThanOrEqual(-5);
  expect(Math.min(...angles)).toBeLessThan(-4.5);
  expect(Math.max(...angles)).toBeLessThan(10);
  expect(Math.max(...angles)).toBeGreaterThan(9.5);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(rotate, { ...spec, border: 'reflect' }, numbered(3, 4))).toEqual([]);
});
