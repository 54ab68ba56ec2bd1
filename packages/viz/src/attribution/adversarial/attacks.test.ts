import { describe, expect, test } from 'vitest';
import { linearSource, scoresOf } from '../../../test/linear-source.ts';
import { fgsm } from './fgsm.ts';
import { logitsOf, lossGradient } from './loss-gradient.ts';
import { pgd } from './pgd.ts';
import { smallestFlip } from './smallest-flip.ts';

// The scores of a grey image x below 4 are x + 2 (4 - x) and 3 x - (4 - x): they are equal at x = 2.4.
const grey = (value: number): Uint8Array => new Uint8Array(4).fill(value);
const image = grey(2);

describe.each([
  ['fgsm', fgsm],
  ['pgd', pgd],
] as const)('%s', (_, attack) => {
  test('changes the prediction beyond the boundary, and not before', async () => {
    const near = await attack(linearSource(), { image, label: 0, epsilon: 0.3 });
    expect(near.predicted).toBe(0);
    const far = await attack(linearSource(), { image, label: 0, epsilon: 0.5 });
    expect(far.predicted).toBe(1);
  });

  test('moves no value by more than epsilon, nor out of 0 to 255', async () => {
    const epsilon = 5;
    const { image: moved } = await attack(linearSource(), { image, label: 1, epsilon });
    for (const value of moved) {
      expect(Math.abs(value - 2)).toBeLessThanOrEqual(epsilon);
      expect(value).toBeGreaterThanOrEqual(0);
    }
    expect([...image]).toEqual([2, 2, 2, 2]);
  });

  test.each([0, -1, 256, NaN])('refuses the epsilon %d', async (epsilon) => {
    const wrong = attack(linearSource(), { image, label: 0, epsilon });
    await expect(wrong).rejects.toMatchObject({ code: 'option-invalid' });
  });

  test('the smallest epsilon is at the boundary', async () => {
    const flip = await smallestFlip(linearSource(), { attack, image, label: 0 });
    expect(flip!.epsilon).toBeGreaterThan(0.4);
    expect(flip!.epsilon).toBeLessThan(0.4 * 1.07);
    expect(flip!.predicted).toBe(1);
  });
});

test('the gradient of the loss is that of the logits by the probabilities', async () => {
  const start = Float32Array.from(image);
  const { gradient, predicted } = await lossGradient(linearSource(), start, 0);
  const step = 1e-3;
  const lossAt = (value: number): number => {
    const [right, other] = scoresOf(start.with(1, value)) as [number, number];
    return Math.log(1 + Math.exp(other - right));
  };
  const expected = (lossAt(2 + step) - lossAt(2 - step)) / (2 * step);
  expect(gradient[1]).toBeCloseTo(expected, 4);
  expect(predicted).toBe(0);
  expect([...(await logitsOf(linearSource(), start))]).toEqual(scoresOf(image));
});

test('an image that is predicted as another class needs no change', async () => {
  const flip = await smallestFlip(linearSource(), { attack: fgsm, image: grey(9), label: 0 });
  expect(flip).toMatchObject({ epsilon: 0, predicted: 1 });
});

test('where no epsilon changes the prediction, there is none', async () => {
  const options = { attack: fgsm, image: grey(200), label: 1, most: 8 };
  expect(await smallestFlip(linearSource(), options)).toBeUndefined();
});
