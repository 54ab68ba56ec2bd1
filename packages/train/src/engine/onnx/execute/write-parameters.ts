import type { OnnxNode } from '../../../graph/ir/onnx-graph.ts';
import { NO_SIZES, type Sizes, sizeOf } from '../../../graph/ir/sizes.ts';
import { kernelFields, parameterBytes } from '../../../graph/kernel-nodes/kernel-parameters.ts';

/**
 * Writes the parameters of a kernel's node to the start of `target`, in the order and types of the kernel's fields.
 *
 * @param sizes The numbers of the symbolic dimensions among the parameters.
 * @throws {TypeError} Where the node's attributes are not exactly the fields of its kernel, or a dimension has no number.
 */
export function writeParameters(
  target: DataView,
  { type: kernel, attributes }: OnnxNode,
  sizes: Sizes = NO_SIZES,
): void {
  const fields = kernelFields(kernel);
  const names = new Set(fields.map(([name]) => name));
  for (const name of Object.keys(attributes))
    if (!names.has(name)) throw new TypeError(`kernel ${kernel} has no parameter ${name}`);
  for (const [index, [name, type]] of fields.entries()) {
    const value = attributes[name];
    const offset = parameterBytes(fields.slice(0, index));
    if (value === undefined) throw new TypeError(`kernel ${kernel} lacks its parameter ${name}`);
    if (type === 'i32' && 'int' in value) target.setInt32(offset, value.int, true);
    else if (type === 'i32' && 'text' in value)
      target.setInt32(offset, sizeOf(value.text, sizes), true);
    else if (type === 'f32' && 'float' in value) target.setFloat32(offset, value.float, true);
    else throw new TypeError(`parameter ${name} of kernel ${kernel} must be of type ${type}`);
  }
}
