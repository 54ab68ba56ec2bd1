import { describe, expect, test } from 'vitest';
import { linearSource, mapOf, scoresOf } from '../../../test/linear-source.ts';
import { gradCamPlusPlus } from './grad-cam-plus-plus.ts';
import { gradCam } from './grad-cam.ts';
import { layerCam } from './layer-cam.ts';
import { scoreCam } from './score-cam.ts';

const image = Uint8Array.of(0, 2, 4, 8); // the map is [0, 4], [2, 2], [4, 0], [8, 0]
const one = { images: image, count: 1, layer: 'map' };

describe('class activation maps', () => {
  test('Grad-CAM weights channels by their mean gradients, and has no negative values', async () => {
    const [first] = await gradCam(linearSource(), { ...one, label: 0 });
    expect(first).toMatchObject({ height: 2, width: 2, label: 0, score: scoresOf(image)[0] });
    expect([...first!.values]).toEqual([2, 1.5, 1, 2]); // (1 * first + 2 * second) / 4
    const [second] = await gradCam(linearSource(), { ...one, label: 1 });
    expect([...second!.values]).toEqual([0, 1, 3, 6]); // (3 * first - second) / 4, at least 0
  });

  test('without a label, each image has its predicted class', async () => {
    const images = Uint8Array.of(0, 0, 0, 0, ...image);
    const maps = await gradCam(linearSource(), { images, count: 2, layer: 'map' });
    expect(maps.map(({ label }) => label)).toEqual([0, 1]);
    expect(maps.map(({ score }) => score)).toEqual([8, Math.max(...scoresOf(image))]);
  });

  test('many images are asked for in chunks, each in one pass', async () => {
    const model = linearSource();
    await gradCam(model, { images: new Uint8Array(4 * 11), count: 11, layer: 'map' });
    expect(model.calls.map(({ count }) => count)).toEqual([8, 3]);
  });

  test('Grad-CAM++ has the weights of the paper', async () => {
    const [found] = await gradCamPlusPlus(linearSource(), { ...one, label: 1 });
    // only the first channel has a positive gradient, 3 / 4; its sum is 14
    const share = 0.75 ** 2 / (2 * 0.75 ** 2 + 14 * 0.75 ** 3);
    const weight = 4 * share * 0.75;
    for (const [at, value] of [0, 2, 4, 8].entries())
      expect(found!.values[at]).toBeCloseTo(weight * value, 5);
  });

  test('Layer-CAM weights positions by their positive gradients', async () => {
    const [found] = await layerCam(linearSource(), { ...one, label: 1 });
    expect([...found!.values]).toEqual([0, 1.5, 3, 6]);
  });

  test('Score-CAM weights channels by a softmax of the scores of the image under each', async () => {
    const [found] = await scoreCam(linearSource(), { ...one, label: 1 });
    const under = (mask: readonly number[]): number =>
      scoresOf(mask.map((share, at) => share * image[at]!))[1]!;
    const scores = [under([0, 0.25, 0.5, 1]), under([1, 0.5, 0, 0])];
    const powers = scores.map((score) => Math.exp(score - Math.max(...scores)));
    const map = mapOf(image);
    for (let at = 0; at < 4; at++) {
      const expected =
        (powers[0]! * map[2 * at]! + powers[1]! * map[2 * at + 1]!) / (powers[0]! + powers[1]!);
      expect(found!.values[at]).toBeCloseTo(expected, 5);
    }
  });

  test('Score-CAM may try fewer channels, those that vary most', async () => {
    const model = linearSource();
    const [found] = await scoreCam(model, { ...one, label: 0, channels: 1 });
    expect([...found!.values]).toEqual([0, 2, 4, 8]); // the first channel, with weight 1
    expect(model.calls.at(-1)).toMatchObject({ count: 1, wrt: { layer: 'scores' } });
  });

  test('a layer without rows and columns is refused', async () => {
    const vectors = gradCam(linearSource(), { ...one, layer: 'scores' });
    await expect(vectors).rejects.toMatchObject({
      code: 'option-invalid',
      message: 'layer must be a layer whose output has rows and columns; received scores',
    });
  });

  test('an aborted signal stops before the next images', async () => {
    const model = linearSource();
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(gradCam(model, { ...one, signal })).rejects.toThrow('stopped');
    expect(model.calls).toEqual([]);
  });
});
