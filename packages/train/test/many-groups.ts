import type { GroupContent } from '../src/weights/hdf5/write/hdf5-content.ts';
import { dividedAttribute } from '../src/export/divided-attribute.ts';

/** So many that the tree of links has several levels, and that the list of names exceeds 64 KB. */
export const MANY_NAMES = Array.from({ length: 1500 }, (_, at) =>
  `layer${(at * 7) % 1500}`.padEnd(50, 'x'),
);

/** A group for each name with one number, its position. */
export function manyGroups(): GroupContent {
  const groupOf = (at: number): GroupContent => ({
    kind: 'group',
    attributes: new Map([['weight_names', ['w:0']]]),
    children: new Map([['w:0', { kind: 'dataset', shape: [1], data: Float32Array.of(at) }]]),
  });
  return {
    kind: 'group',
    attributes: new Map(dividedAttribute('layer_names', MANY_NAMES)),
    children: new Map(MANY_NAMES.map((name, at) => [name, groupOf(at)])),
  };
}
