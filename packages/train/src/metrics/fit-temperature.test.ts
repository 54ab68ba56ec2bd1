import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { atTemperature, fitTemperature } from './fit-temperature.ts';
import { logLoss } from './log-loss.ts';

/** Predictions whose labels are drawn from their probabilities. The probabilities are then sharpened by `temperature`. */
function sharpened(temperature: number, count = 1000) {
  const rng = rngAt(0, ['temperature']);
  return Array.from({ length: count }, () => {
    const logits = [0, 1, 2].map(() => rng.normal(0, 1.5));
    const calibrated = atTemperature(logits.map(Math.exp), 1);
    const drawn = rng.uniform(0, 1);
    const label = drawn < calibrated[0]! ? 0 : drawn < calibrated[0]! + calibrated[1]! ? 1 : 2;
    return { label, probabilities: atTemperature(calibrated, 1 / temperature) };
  });
}

test.each([0.5, 1, 2.5])('finds the temperature %s of sharpened predictions', (temperature) => {
  const found = fitTemperature(sharpened(temperature));
  expect(Math.abs(found / temperature - 1)).toBeLessThan(0.15); // the labels of 1,000 samples are random
});

test('the cross-entropy is smallest there', () => {
  const predictions = sharpened(2, 200);
  const labels = Int32Array.from(predictions, ({ label }) => label);
  const lossAt = (temperature: number) =>
    logLoss(
      labels,
      Float32Array.from(
        predictions.flatMap(({ probabilities }) => [...atTemperature(probabilities, temperature)]),
      ),
    );
  const best = fitTemperature(predictions);
  expect(lossAt(best)).toBeLessThan(lossAt(1));
  expect(lossAt(best)).toBeLessThan(lossAt(best * 1.1));
  expect(lossAt(best)).toBeLessThan(lossAt(best / 1.1));
});

test('the temperature 1 changes nothing, 2 takes square roots, and a probability of 0 is allowed', () => {
  expect([...atTemperature([0.5, 0.3, 0.2], 1)].map((p) => p.toFixed(12))).toEqual([
    '0.500000000000',
    '0.300000000000',
    '0.200000000000',
  ]);
  expect([...atTemperature([0.8, 0.2], 2)][0]).toBeCloseTo(2 / 3, 12);
  expect(atTemperature([1, 0], 1)[0]).toBeCloseTo(1, 12);
});

test('the temperature has a lower and an upper limit, and is NaN without predictions', () => {
  expect(fitTemperature([{ label: 0, probabilities: [0.9, 0.1] }])).toBeCloseTo(0.05, 6);
  expect(fitTemperature([{ label: 1, probabilities: [0.9, 0.1] }])).toBeCloseTo(20, 5);
  expect(fitTemperature([])).toBeNaN();
});
