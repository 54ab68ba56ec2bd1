import { describe, expect, test } from 'vitest';
import { linearSource, scoresOf } from '../../../test/linear-source.ts';
import { gradientTimesInput } from './gradient-times-input.ts';
import { guidedBackprop } from './guided-backprop.ts';
import { integratedGradients } from './integrated-gradients.ts';
import { occlusion } from './occlusion.ts';
import { saliency } from './saliency.ts';
import { smoothGrad } from './smooth-grad.ts';

const image = Uint8Array.of(1, 2, 5, 8);
const one = { images: image, count: 1 };
// for class 1, the slope is 3/4 + 1/4 below 4, where both channels are on, and 3/4 above

describe('maps of pixels', () => {
  test('saliency is the magnitude of the slope', async () => {
    const [found] = await saliency(linearSource(), { ...one, label: 1 });
    expect([...found!.values]).toEqual([1, 1, 0.75, 0.75]);
    const [other] = await saliency(linearSource(), { ...one, label: 0 });
    expect([...other!.values]).toEqual([0.25, 0.25, 0.25, 0.25]); // 1/4 - 2/4 below 4, 1/4 above
  });

  test('guided backpropagation leaves out the channel with a negative gradient', async () => {
    const [found] = await guidedBackprop(linearSource(), { ...one, label: 1 });
    expect([...found!.values]).toEqual([0.75, 0.75, 0.75, 0.75]);
  });

  test('gradient times input has signs, and a baseline', async () => {
    const [found] = await gradientTimesInput(linearSource(), { ...one, label: 0 });
    expect([...found!.values]).toEqual([-0.25, -0.5, 1.25, 2]);
    const baseline = [1];
    const [shifted] = await gradientTimesInput(linearSource(), { ...one, label: 0, baseline });
    expect([...shifted!.values]).toEqual([0, -0.25, 1, 1.75]);
  });

  test('integrated gradients add up to the difference of the scores', async () => {
    const [found] = await integratedGradients(linearSource(), { ...one, label: 1 });
    const difference = scoresOf(image)[1]! - scoresOf([0, 0, 0, 0])[1]!;
    const total = found!.values.reduce((sum, value) => sum + value, 0);
    expect(found!.baselineScore).toBe(-4);
    expect(found!.gap).toBeLessThan(0.01);
    expect(Math.abs(total - difference) / difference).toBeCloseTo(found!.gap, 5);
    expect(found!.values[0]).toBeCloseTo(1, 5);
  });

  test('few steps leave a gap, which is named', async () => {
    const [rough] = await integratedGradients(linearSource(), { ...one, label: 1, steps: 1 });
    expect(rough!.gap).toBeGreaterThan(0.03);
  });

  test('a baseline of another size is refused', async () => {
    const wrong = integratedGradients(linearSource(), { ...one, baseline: [1, 2] });
    await expect(wrong).rejects.toMatchObject({ code: 'shape-mismatch' });
  });

  test('SmoothGrad without noise is saliency, and the seed decides the noise', async () => {
    const [quiet] = await smoothGrad(linearSource(), { ...one, label: 1, noise: 0, copies: 4 });
    expect([...quiet!.values]).toEqual([1, 1, 0.75, 0.75]);
    const noisy = (seed: number) =>
      smoothGrad(linearSource(), { ...one, label: 1, noise: 1, seed });
    expect(await noisy(1)).toEqual(await noisy(1));
    expect((await noisy(1))[0]!.values).not.toEqual((await noisy(2))[0]!.values);
  });

  test('the copies of SmoothGrad keep the class that the image is predicted as', async () => {
    const model = linearSource();
    await smoothGrad(model, { ...one, copies: 3 });
    const label = scoresOf(image).indexOf(Math.max(...scoresOf(image)));
    expect(model.calls.at(-1)!.objective).toMatchObject([{ measure: 'channel', channel: label }]);
  });

  test('occlusion is the fall of the score under the square', async () => {
    const options = { ...one, label: 1, size: 1, stride: 1, fill: 0 };
    const [found] = await occlusion(linearSource(), options);
    for (const [at, value] of found!.values.entries()) {
      const covered = scoresOf(image.with(at, 0))[1]!;
      expect(value).toBeCloseTo(scoresOf(image)[1]! - covered, 5);
    }
  });

  test('a square that is larger than the image is refused', async () => {
    const wrong = occlusion(linearSource(), { ...one, size: 3 });
    await expect(wrong).rejects.toMatchObject({ code: 'option-invalid' });
  });
});
