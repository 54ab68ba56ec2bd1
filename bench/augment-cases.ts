import type { OpSpec } from '@sprout/core';

const flip: OpSpec = { op: 'flip-horizontal', probability: 1 };
const light: OpSpec = { op: 'brightness-contrast' };
const turn: OpSpec = { op: 'rotate', degrees: [-30, 30] };
const three: OpSpec[] = [flip, light, { op: 'gaussian-blur', deviation: [1, 1] }];
const tenth = [0, 0.1];
const sides = { top: tenth, right: tenth, bottom: tenth, left: tenth };

/** The ops that are measured with other fields than their defaults. The scripts `bench/peers/augment_*.py` have the same intervals. */
const SPECS: Readonly<Record<string, OpSpec>> = {
  'flip-horizontal': flip,
  'flip-vertical': { op: 'flip-vertical', probability: 1 },
  'quarter-turn': { op: 'quarter-turn', degrees: [90, 270] },
  transpose: { op: 'transpose', probability: 1 },
  rotate: turn,
  affine: {
    op: 'affine',
    degrees: [-30, 30],
    scale: [0.8, 1.25],
    shear: [-10, 10],
    down: [-0.1, 0.1],
    right: [-0.1, 0.1],
  },
  keras: {
    op: 'keras',
    rotation: 40,
    widthShift: 0.2,
    heightShift: 0.2,
    shear: 20,
    zoom: [0.8, 1.2],
    flipHorizontal: true,
  },
  crop: { op: 'crop', ...sides },
  pad: { op: 'pad', ...sides },
  'random-crop': { op: 'random-crop', height: 128, width: 128 },
  'gaussian-blur': { op: 'gaussian-blur', deviation: [0.5, 1.5] },
  'linear-contrast': { op: 'linear-contrast', factor: [0.75, 1.5] },
  sequence: { op: 'sequence', ops: three },
  'random-order': { op: 'random-order', ops: three },
  sometimes: { op: 'sometimes', ops: three },
  'one-of': { op: 'one-of', ops: three },
  'some-of': { op: 'some-of', ops: three, count: [2, 2] },
  fuse: { op: 'fuse', ops: [flip, turn, { op: 'affine', scale: [0.8, 1.25] }] },
};

const keras = SPECS['keras']!; // an entry above

/** More measurements of ops whose time depends on a field, and the augmentation of the book. */
const VARIANTS: Readonly<Record<string, OpSpec>> = {
  'crop cv2-area': { op: 'crop', ...sides, resampler: 'cv2-area' },
  'crop pil-bilinear': { op: 'crop', ...sides, resampler: 'pil-bilinear' },
  'random-resized-crop pil-bilinear': { op: 'random-resized-crop', resampler: 'pil-bilinear' },
  'pad reflect': { op: 'pad', ...sides, border: 'reflect' },
  'keras order 0': { ...keras, order: 0 },
  'keras order 3': { ...keras, order: 3 },
  'keras reflect': { ...keras, border: 'reflect' },
  'keras constant': { ...keras, border: 'constant' },
  'median-blur 3': { op: 'median-blur', size: [3, 3] },
  'median-blur 5': { op: 'median-blur', size: [5, 5] },
  'median-blur 7': { op: 'median-blur', size: [7, 7] },
  'median-blur 15': { op: 'median-blur', size: [15, 15] },
  'pixel-dropout half': { op: 'pixel-dropout', probability: [0.5, 0.5] },
  'the book': {
    op: 'random-order',
    ops: [
      { op: 'flip-horizontal', probability: 0.5 },
      { op: 'crop', ...sides, resampler: 'cv2-area' },
      {
        op: 'sometimes',
        probability: 0.5,
        ops: [{ op: 'gaussian-blur', deviation: [0, 0.5], window: 'imgaug' }],
      },
      { op: 'linear-contrast', factor: [0.75, 1.5] },
      { op: 'gaussian-noise', deviation: [0, 0.05 * 255], perChannel: 0.5 },
      { op: 'multiply', factor: [0.8, 1.2], perChannel: 0.2 },
    ],
  },
};

/** The spec of each measurement, by its name: one for each of the given ops, then the variants. */
export function augmentCases(opNames: readonly string[]): ReadonlyMap<string, OpSpec> {
  const ops = opNames.map((name) => [name, SPECS[name] ?? { op: name }] as const);
  return new Map([...ops, ...Object.entries(VARIANTS)]);
}
