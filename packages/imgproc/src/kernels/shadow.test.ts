import { expect, test } from 'vitest';
import { image } from '../../fixtures/ops.ts';
import { pixelEffects } from '../../fixtures/pixel-effects.ts';
import { castShadows } from './shadow.ts';

const all = [
  [-1, -1],
  [2, -1],
  [2, 2],
  [-1, 2],
] as const;
const grey = { height: 2, width: 2, channels: 3, data: new Uint8Array(12).fill(200) };

test('shadows multiply where they overlap, and values are rounded once', () => {
  const shadows = [
    { points: all, darkness: 0.5 },
    { points: all, darkness: 0.25 },
  ];
  expect(new Set(castShadows(grey, shadows).data)).toEqual(new Set([75]));
});

test('pixels outside stay as they are', () => {
  const left = [
    [-1, -1],
    [0.5, -1],
    [0.5, 2],
    [-1, 2],
  ] as const;
  const { data } = castShadows(grey, [{ points: left, darkness: 1 }]);
  expect([...data]).toEqual([0, 0, 0, 200, 200, 200, 0, 0, 0, 200, 200, 200]);
});

test.each(pixelEffects.shadow)(
  'is the polygon of albumentations, except for pixels on its edge',
  ({ points, darkness, data }) => {
    const [height, width] = [image.height - 1, image.width - 1];
    const shares = points.map(([x, y]) => [x / width, y / height] as const);
    const result = castShadows(image, [{ points: shares, darkness }]).data;
    let different = 0;
    let farthest = 0;
    for (let at = 0; at < data.length; at += 3) {
      const isDark = result[at]! < image.data[at]!;
      farthest = isDark ? Math.max(farthest, Math.abs(result[at]! - data[at]!)) : farthest;
      different += Number(isDark !== data[at]! < image.data[at]!);
    }
    expect(farthest).toBeLessThanOrEqual(1);
    expect(different).toBeLessThan(60); // OpenCV draws the edges of 73 pixels too
  },
);
