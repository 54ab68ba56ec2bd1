import type { OnnxNode } from '../../../graph/ir/onnx-graph.ts';
import type { Workspace } from './create-workspace.ts';
import type { Executor } from './executor.ts';
import type { Kernels } from './instantiate-kernels.ts';
import { writeParameters } from './write-parameters.ts';

export interface KernelExecutorOptions {
  readonly kernels: Kernels;
  readonly workspace: Workspace;
  /** The offset of the kernel's parameters in the workspace. */
  readonly parameters: number;
}

/** Writes the parameters of a kernel to the workspace, and returns an executor that calls the kernel on the workspace. */
export function kernelExecutor(
  node: OnnxNode,
  { kernels, workspace, parameters }: KernelExecutorOptions,
): Executor {
  writeParameters(new DataView(workspace.memory.buffer, parameters), node);
  const kernel = kernels[node.type]!; // a node with parameters has a kernel
  const names = [...node.inputs, ...node.outputs.map(({ name }) => name)];
  const offsets = [parameters, ...names.map((name) => workspace.offsetOf(name))];
  return () => kernel(...offsets);
}
