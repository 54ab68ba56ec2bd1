import { expect, test } from 'vitest';
import { heatMapImage, overlayImage } from './map-images.ts';
import { colourOf } from './colour-scale.ts';

const map = { height: 1, width: 3, values: Float32Array.of(0, 2, 4) };
const grey = (channels: number) => ({
  height: 1,
  width: 3,
  channels,
  data: new Uint8Array(3 * channels).fill(100),
});

test('a heat map has the colours of its values, scaled by the largest', () => {
  const { data, ...size } = heatMapImage(map);
  expect(size).toEqual({ height: 1, width: 3, channels: 3 });
  expect([...data]).toEqual([0, 0.5, 1].flatMap((value) => [...colourOf('sequential', value)]));
});

test('an overlay shows the image where the map is 0, and the colour where it is large', () => {
  const { data } = overlayImage(grey(3), map);
  expect([...data.subarray(0, 3)]).toEqual([100, 100, 100]);
  expect([...data.subarray(6)]).toEqual(
    colourOf('sequential', 1).map((part) => Math.round(100 + (part - 100) * 0.75)),
  );
});

test('an overlay of a grey image is the same, and enlarges the map', () => {
  expect(overlayImage(grey(1), map)).toEqual(overlayImage(grey(3), map));
  const small = { height: 1, width: 1, values: Float32Array.of(3) };
  const { data } = overlayImage(grey(3), small);
  expect(new Set(data.filter((_, at) => at % 3 === 0)).size).toBe(1);
});

test('a signed map shows both signs', () => {
  const both = { height: 1, width: 2, values: Float32Array.of(-1, 1) };
  const { data } = heatMapImage(both, { scale: 'signed' });
  expect([...data]).toEqual([...colourOf('signed', -1), ...colourOf('signed', 1)]);
});

test('an image of two channels is refused', () => {
  expect(() => overlayImage(grey(2), map)).toThrow('An image under a map must have the shape');
});
