import { describe, expect, it } from 'vitest';
import type { Attribute, OnnxNode } from '../../../graph/ir/onnx-graph.ts';
import type { Sizes } from '../../../graph/ir/sizes.ts';
import { KERNEL_PARAMETERS } from '../../../graph/kernel-nodes/kernel-parameters.ts';
import { writeParameters } from './write-parameters.ts';

describe('the parameters of a kernel', () => {
  it('are written by name, in the order of the kernel and not of the attributes', () => {
    const { epsilon: _, ...integers } = attributesOf('normalisePool');
    const target = write('normalisePool', { epsilon: { float: 0.25 }, ...integers });
    const numbers = KERNEL_PARAMETERS.normalisePool.map(([, type], index) =>
      type === 'i32' ? target.getInt32(4 * index, true) : target.getFloat32(4 * index, true),
    );
    expect(numbers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 0.25, 15, 16]);
  });

  it('leave the bytes behind them alone', () => {
    const target = write('im2col', attributesOf('im2col'));
    expect(target.getInt32(44, true)).toBe(11);
    expect(target.getInt32(48, true)).toBe(-1);
  });

  it('may be the size of a symbolic dimension', () => {
    const attributes = { ...attributesOf('im2col'), batch: { text: 'batch' } };
    expect(write('im2col', attributes, new Map([['batch', 7]])).getInt32(0, true)).toBe(7);
    expect(() => write('im2col', attributes)).toThrow('the dimension batch has no size');
  });

  it('must be complete', () => {
    const { lead: _, ...others } = attributesOf('shiftImage');
    expect(() => write('shiftImage', others)).toThrow('kernel shiftImage lacks its parameter lead');
  });

  it('must not be unknown', () => {
    const attributes = { ...attributesOf('im2col'), samples: { int: 1 } };
    expect(() => write('im2col', attributes)).toThrow('kernel im2col has no parameter samples');
  });

  it.each<[string, Attribute, string]>([
    ['epsilon', { int: 1 }, 'f32'],
    ['batch', { float: 1 }, 'i32'],
    ['batch', { ints: [1] }, 'i32'],
  ])('must be of the type of their field: %s, not %j', (name, value, type) => {
    const attributes = { ...attributesOf('normalisePool'), [name]: value };
    expect(() => write('normalisePool', attributes)).toThrow(
      `parameter ${name} of kernel normalisePool must be of type ${type}`,
    );
  });

  it('are those of a kernel that exists', () => {
    expect(() => write('unknown', {})).toThrow('there is no kernel unknown');
  });
});

/** Each field with its index as its number. */
function attributesOf(kernel: keyof typeof KERNEL_PARAMETERS): Record<string, Attribute> {
  return Object.fromEntries(
    KERNEL_PARAMETERS[kernel].map(([name, type], index) => [
      name,
      type === 'i32' ? { int: index } : { float: index },
    ]),
  );
}

/** Bytes that held 0xff everywhere before the parameters were written. */
function write(kernel: string, attributes: OnnxNode['attributes'], sizes?: Sizes): DataView {
  const target = new DataView(new Uint8Array(80).fill(255).buffer);
  const node = { type: kernel, domain: '', name: kernel, inputs: [], outputs: [], attributes };
  writeParameters(target, node, sizes);
  return target;
}
