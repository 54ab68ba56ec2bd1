import { rngAt } from '@sprout/core';
import { channelBlock } from '../src/engine/onnx/runtime/channel-block.ts';
import { canRunKernels } from '../src/engine/onnx/kernels/instantiate-kernels.ts';
import { partitionedExecutor } from '../src/engine/onnx/execute/partitioned-executor.ts';
import { tensor } from '../src/engine/onnx/runtime/tensors.ts';
import type { GraphBuilder, Value } from '../src/graph/ir/graph-builder.ts';
import { toFloat } from '../src/graph/emit/elementwise.ts';
import { onnxruntime } from './onnxruntime-here.ts';
import { elementCount } from '../src/tensor/element-count.ts';

/** The channel block of this processor; 1 where there are no convolutions in NCHWc. */
export const ownChannelBlock = onnxruntime === undefined ? 1 : channelBlock(onnxruntime);

/** Whether graphs with kernels run here. */
export const hasKernels = canRunKernels(ownChannelBlock);

/** Computes values of a graph without inputs. The builder must not be used afterwards. */
export function evaluate(graph: GraphBuilder, ...values: readonly Value[]): number[][] {
  const floats = values.map((value) => (value.type === 'float32' ? value : toFloat(graph, value)));
  for (const [index, value] of floats.entries()) graph.output(`output${index}`, value);
  const results = floats.map(({ shape }) => {
    const dims = shape.map(Number);
    return tensor(new Float32Array(elementCount(dims)), dims);
  });
  const outputs = Object.fromEntries(results.map((result, index) => [`output${index}`, result]));
  partitionedExecutor(onnxruntime!, graph.finish('test'), { threads: 1 })!({}, outputs); // small graphs fit
  return results.map(({ data }) => [...data]);
}

/** A constant of normally distributed numbers that depend on its name and shape only. */
export function randomConstant(
  graph: GraphBuilder,
  name: string,
  shape: readonly number[],
): { readonly value: Value; readonly data: Float32Array } {
  const rng = rngAt(0, ['test', name]);
  const length = elementCount(shape);
  const data = Float32Array.from({ length }, () => rng.normal(0, 1));
  return { value: graph.constant(name, shape, data), data };
}
