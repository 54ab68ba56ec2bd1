import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  fieldDifferences,
  kernelFields as readFields,
} from '../../../../../tools/kernel-fields.ts';
import { KERNEL_PARAMETERS, kernelFields, parameterBytes } from './kernel-parameters.ts';

const SCALE = `
/** A class without a kernel. */
export class Other {
  left!: i32;
}

/** The parameters of scale. */
@unmanaged
export class Scale {
  count!: i32;
  /** A factor. */
  factor!: f32;

  get bytes(): usize {
    return 4;
  }
}

export function scale(
  scale: Scale,
  image: usize,
): void {}
`;

describe('the fields of a kernel', () => {
  it('are read from the class of its first parameter, in order', () => {
    const fields = readFields([SCALE], "export { scale } from './scale';\n");
    expect(fields).toEqual({
      scale: [
        ['count', 'i32'],
        ['factor', 'f32'],
      ],
    });
  });

  it('agree with the table for every kernel of this package', () => {
    const folder = fileURLToPath(new URL('../../../kernels/', import.meta.url));
    const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    const sources = names.map((name) => readFileSync(folder + name, 'utf8'));
    const fields = readFields(sources, readFileSync(`${folder}index.ts`, 'utf8'));
    expect(Object.keys(fields)).toHaveLength(9);
    expect(fields).toEqual(KERNEL_PARAMETERS);
  });

  it('that differ from the table are named one by one', () => {
    const kernels = {
      scale: [
        ['count', 'i32'],
        ['factor', 'f32'],
      ],
      added: [],
    } as const;
    const table = {
      scale: [
        ['count', 'f32'],
        ['factor', 'f32'],
        ['shift', 'f32'],
      ],
      removed: [],
    } as const;
    expect(fieldDifferences(kernels, table)).toEqual([
      'Field 1 of the kernel scale is count: i32 in AssemblyScript, but count: f32 in the table.',
      'Field 3 of the kernel scale is nothing in AssemblyScript, but shift: f32 in the table.',
      'The kernel added is missing from the table.',
      'There is no kernel removed.',
    ]);
  });

  it('that agree with the table have no differences', () => {
    expect(fieldDifferences(KERNEL_PARAMETERS, KERNEL_PARAMETERS)).toEqual([]);
  });

  it('lie in memory without gaps', () => {
    expect(parameterBytes(kernelFields('normalisePool'))).toBe(68);
    expect(parameterBytes(kernelFields('im2col'))).toBe(48);
  });

  it('are asked for by the names of kernels only', () => {
    expect(() => kernelFields('toString')).toThrow('there is no kernel toString');
  });
});
