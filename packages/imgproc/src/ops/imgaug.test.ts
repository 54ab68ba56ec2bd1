// The ops that have a counterpart in imgaug 0.4.0, for given numbers: the same pixels of 50 images.
import { expect, test } from 'vitest';
import { imgaug } from '../../fixtures/imgaug.ts';
import { sha256 } from '../../fixtures/kernels.ts';
import { addGiven, givenNoise } from '../../test/given-noise.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { augmentationOps } from './index.ts';

type Case = (typeof imgaug)[number];

const noiseOf = ({ normals, noise: { mean, deviation } }: Case) =>
  Array.from(normals, (normal) => mean + deviation * normal);

const cropping = { op: 'crop', resampler: 'cv2-area' };

test('there are 50 images', () => {
  expect(imgaug).toHaveLength(50);
});

test('flip-horizontal', () => {
  for (const { image, flip, sha256: expected } of imgaug)
    expect(sha256(applyOp({ op: 'flip-horizontal' }, image, { flip }).data)).toBe(expected.flip);
});

test('crop', () => {
  for (const { image, crop, sha256: expected } of imgaug)
    expect(sha256(applyOp(cropping, image, crop).data)).toBe(expected.crop);
});

const blur = { op: 'gaussian-blur', window: 'imgaug' };
const sometimes = { op: 'sometimes', ops: [blur] };
const blurred = ({ blurred: isBlurred, deviation }: Case) => ({
  drawn: isBlurred ? [{ op: 'gaussian-blur', numbers: { deviation } }] : null,
});

test('sometimes with gaussian-blur', () => {
  for (const each of imgaug) {
    const { data } = applyOp(sometimes, each.image, blurred(each));
    expect(sha256(data)).toBe(each.sha256.blur);
  }
});

test('linear-contrast', () => {
  for (const { image, contrast: factors, sha256: expected } of imgaug)
    expect(sha256(applyOp({ op: 'linear-contrast' }, image, { factors }).data)).toBe(
      expected.contrast,
    );
});

test('multiply', () => {
  for (const { image, multiply: factors, sha256: expected } of imgaug)
    expect(sha256(applyOp({ op: 'multiply' }, image, { factors }).data)).toBe(expected.multiply);
});

test('noise that is given', () => {
  for (const each of imgaug)
    expect(sha256(addGiven(each.image, noiseOf(each)).data)).toBe(each.sha256.noise);
});

test('gaussian-noise adds the noise that it draws in this way, whatever the image', () => {
  for (const [index, { image, noise }] of imgaug.entries()) {
    const numbers = { ...noise, key: [index, 1] };
    const grey = { ...image, data: new Uint8Array(image.data.length).fill(128) };
    const drawn = Array.from(
      applyOp({ op: 'gaussian-noise' }, grey, numbers).data,
      (value) => value - 128,
    );
    expect(applyOp({ op: 'gaussian-noise' }, image, numbers)).toEqual(addGiven(image, drawn));
  }
});

test('random-order, in the order that imgaug drew', () => {
  const ops = [
    'flip-horizontal',
    cropping,
    sometimes,
    'linear-contrast',
    'given-noise',
    'multiply',
  ];
  const specs = ops.map((op) => (typeof op === 'string' ? { op } : op));
  const { apply } = setUpOps(
    [{ op: 'random-order', ops: specs }],
    [...augmentationOps, givenNoise],
  );
  for (const each of imgaug) {
    const { image, order, flip, crop, contrast, multiply } = each;
    const numbers = [
      { flip },
      crop,
      blurred(each),
      { factors: contrast },
      { noise: noiseOf(each) },
      { factors: multiply },
    ];
    const drawn = numbers.map((own, at) => ({ op: specs[at]!.op, numbers: own }));
    const { data } = apply(image, [{ op: 'random-order', numbers: { order, drawn } }]);
    expect(sha256(data)).toBe(each.sha256.sequential);
  }
});
