import type { OpSpec } from '@sprout/core';

const flip = { op: 'flip-horizontal' };
const turn = { op: 'rotate', degrees: [-45, 45] };
const light = { op: 'brightness-contrast', brightness: [-0.4, 0.4] };
const two = { ops: [turn, light] };

/** The specs of ops whose defaults show nothing, or that have fields without a default. */
export const EXAMPLES: readonly OpSpec[] = [
  {
    op: 'affine',
    degrees: [-30, 30],
    scale: [0.7, 1.4],
    shear: [-20, 20],
    down: [-0.1, 0.1],
    right: [-0.1, 0.1],
  },
  { op: 'keras', rotation: 40, widthShift: 0.2, heightShift: 0.2, shear: 20, zoom: [0.8, 1.2] },
  { op: 'sequence', ...two },
  { op: 'random-order', ...two },
  { op: 'sometimes', ...two },
  { op: 'one-of', ...two },
  { op: 'some-of', ...two },
  { op: 'fuse', ops: [turn, flip] },
  { op: 'random-crop', height: 64, width: 64 },
  { op: 'transpose', probability: 1 },
];

/** The spec with which the gallery shows an op: its example, or its defaults. */
export function exampleSpec(name: string): OpSpec {
  return EXAMPLES.find(({ op }) => op === name) ?? { op: name };
}
