import { expect, test } from 'vitest';
import { wrongSizes } from '../../test/odd-images.ts';

const ops = [
  'gaussian-blur',
  'box-blur',
  'median-blur',
  'motion-blur',
  'defocus-blur',
  'gaussian-noise',
  'multiplicative-noise',
  'poisson-noise',
  'salt-and-pepper',
  'iso-noise',
  'jpeg-compression',
  'downscale',
  'shadow',
  'fog',
  'rain',
  'sun-flare',
  'snow',
];

test.each(ops)('%s keeps the size of any image', (op) => {
  expect(wrongSizes({ op })).toEqual([]);
});
