import { expect, test } from 'vitest';
import { numbered } from '../../test/numbered.ts';
import { setUpOps } from '../../test/set-up-ops.ts';

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

test.each(ops)('%s accepts images of any size', (op) => {
  const { draw, apply } = setUpOps([{ op }]);
  for (const [height, width] of [
    [1, 1],
    [1, 5],
    [5, 1],
    [2, 3],
    [1, 64],
    [17, 2],
  ] as const) {
    const source = numbered(height, width);
    const before = source.data.slice();
    for (let seed = 0; seed < 8; seed++) {
      const result = apply(source, draw(seed));
      expect([result.height, result.width, result.data.length]).toEqual([
        height,
        width,
        3 * height * width,
      ]);
    }
    expect(source.data).toEqual(before);
  }
});
