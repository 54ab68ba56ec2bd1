import { describe, expect, test } from 'vitest';
import type { BaseName } from '../../zoo/bases/base-table.ts';
import { createBase } from '../../zoo/create-base.ts';
import { layerGroups } from './layer-groups.ts';

const SIZE = { height: 64, width: 64 };
/** The layers that begin a group, in order. */
function firsts(name: BaseName): readonly string[] {
  const groups = [...layerGroups(createBase(name, SIZE))].toReversed();
  return groups.filter(([, group], at) => group !== groups[at - 1]?.[1]).map(([layer]) => layer);
}

describe('layerGroups', () => {
  test('are the blocks of VGG16, the last one next to the head', () => {
    const groups = layerGroups(createBase('vgg16', SIZE));
    expect(groups.get('block5_conv3')).toBe(1);
    expect(groups.get('block5_conv1')).toBe(1);
    expect(groups.get('block4_conv3')).toBe(2);
    expect(groups.get('block1_conv1')).toBe(5);
    expect(groups.has('block1_pool')).toBe(false);
  });

  test('begin where images become smaller', () => {
    expect(firsts('efficientnet-lite0')).toEqual([
      'stem_conv',
      'block2a_dwconv',
      'block3a_dwconv',
      'block4a_dwconv',
      'block6a_dwconv',
    ]);
    expect(firsts('mobilenet-v1')).toEqual([
      'conv1',
      'conv_dw_2',
      'conv_dw_4',
      'conv_dw_6',
      'conv_dw_12',
    ]);
  });

  test('hold squeeze-and-excite with the layers around it, and both branches of a block', () => {
    const groups = layerGroups(createBase('efficientnet-b0', SIZE));
    expect(groups.get('block1a_se_reduce')).toBe(groups.get('block1a_dwconv'));
    const branches = layerGroups(createBase('resnet50', SIZE));
    expect(branches.get('conv3_block1_0_conv')).toBe(branches.get('conv3_block1_1_conv'));
    expect(Math.max(...branches.values())).toBe(5);
  });
});
