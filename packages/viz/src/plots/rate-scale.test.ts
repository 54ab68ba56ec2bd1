import { expect, test } from 'vitest';
import { rateScale } from './rate-scale.ts';

const rates = (...stages: readonly (readonly number[])[]) =>
  stages.flatMap((some, at) => some.map((learningRate) => ({ learningRate, stage: at + 1 })));

test('stages whose largest rates differ by more than ten have powers of ten', () => {
  expect(rateScale(rates([0.01, 0.004], [0.0005, 0.0002]))).toEqual({
    domain: [0.00001, 0.01],
    ticks: [0.00001, 0.0001, 0.001, 0.01],
    isCut: false,
  });
});

test('rates below the axis are counted as cut, also a rate of zero', () => {
  expect(rateScale(rates([0.02], [0.001, 1e-8]))).toMatchObject({
    domain: [0.0001, 0.1],
    isCut: true,
  });
  expect(rateScale(rates([0.02], [0.001, 0]))).toMatchObject({ isCut: true });
});

test('one stage, close stages and no rates have a linear axis', () => {
  expect(rateScale(rates([0.01, 0.0000001]))).toBeUndefined();
  expect(rateScale(rates([0.01], [0.001]))).toBeUndefined();
  expect(rateScale(rates([0.01], [0]))).toBeUndefined();
  expect(rateScale([])).toBeUndefined();
});
