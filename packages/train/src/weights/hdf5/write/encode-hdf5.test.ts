import { byteSource } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { MANY_NAMES, manyGroups } from '../../../../test/many-groups.ts';
import { readWeights } from '../../read/read-weights.ts';
import { hdf5Source } from '../hdf5-source.ts';
import { openHdf5 } from '../open-hdf5.ts';
import { readDataset } from '../read-dataset.ts';
import { encodeHdf5 } from './encode-hdf5.ts';
import type { GroupContent } from './hdf5-content.ts';

function opened(root: GroupContent) {
  const source = hdf5Source(byteSource(encodeHdf5(root), 'x.h5'));
  return { source, root: openHdf5(source) };
}

const group = (
  children: readonly (readonly [string, GroupContent])[] = [],
  attributes: readonly (readonly [string, string | readonly string[]])[] = [],
): GroupContent => ({
  kind: 'group',
  attributes: new Map(attributes),
  children: new Map(children),
});

describe('encodeHdf5', () => {
  test('writes attributes: one text, a list, and an empty list', () => {
    const { root } = opened(
      group(
        [],
        [
          ['text', 'maïs'],
          ['list', ['a', '', 'long name']],
          ['none', []],
        ],
      ),
    );
    expect([...root.attributes]).toEqual([
      ['text', ['maïs']],
      ['list', ['a', '', 'long name']],
      ['none', []],
    ]);
  });

  test('writes the numbers of a part of a buffer, in its shape', () => {
    const data = Float32Array.of(9, 1.5, -2, 9).subarray(1, 3);
    const dataset = { kind: 'dataset', shape: [1, 2], data } as const;
    const { root, source } = opened({ ...group(), children: new Map([['a', dataset]]) });
    const read = root.children.get('a');
    expect(read?.kind === 'dataset' && readDataset(source, 'a', read)).toEqual({
      name: 'a',
      shape: [1, 2],
      data: Float32Array.of(1.5, -2),
    });
  });

  test('writes groups in groups, and sorts names by their bytes', () => {
    const inner = group([['x', group()]]);
    const { root } = opened(
      group([
        ['é', group()],
        ['b', inner],
        ['B', group()],
      ]),
    );
    expect([...root.children.keys()]).toEqual(['B', 'b', 'é']);
    expect(root.children.get('b')).toMatchObject({ kind: 'group' });
  });

  test('writes more links than one node of a tree has', async () => {
    const { tensors, layers } = await readWeights(encodeHdf5(manyGroups()), 'many.h5');
    expect(layers?.map(({ name }) => name)).toEqual(MANY_NAMES);
    expect(tensors.map(({ data }) => data[0])).toEqual(MANY_NAMES.map((_, at) => at));
  });

  test('refuses an attribute of more than 64 KB', () => {
    expect(() => encodeHdf5(group([], [['list', ['x'.repeat(65_600)]]]))).toThrow('65528');
  });
});
