import { describe, expect, it } from 'vitest';
import { GraphBuilder, type Value } from '../../../graph/ir/graph-builder.ts';
import { KERNEL_DOMAIN } from '../../../graph/kernel-nodes/kernel-domain.ts';
import { view } from '../../../graph/kernel-nodes/view.ts';
import { partitionGraph } from '../../../graph/pass/partition-graph.ts';
import { createWorkspace, type Workspace } from './create-workspace.ts';

const RESERVED = 1000;

describe('a workspace', () => {
  it('has the constants that kernels take, behind the reserved bytes', () => {
    const { graph, constant } = example();
    const workspace = create(graph);
    const offset = workspace.offsetOf(constant.name);
    expect(offset).toBeGreaterThanOrEqual(RESERVED);
    const numbers = new Float32Array(workspace.memory.buffer, offset, 3);
    expect([...numbers]).toEqual([1, 2, 3]);
    const reserved = new Uint8Array(workspace.memory.buffer, 0, RESERVED);
    expect(reserved.every((byte) => byte === 0)).toBe(true);
  });

  it('has its values as tensors on its memory, of their shapes', () => {
    const { graph, made } = example();
    const workspace = create(graph);
    const tensor = workspace.tensorOf(made)!; // a kernel makes it
    expect(tensor).toMatchObject({ type: 'float32', dims: [2, 3] });
    expect(tensor.data.buffer).toBe(workspace.memory.buffer);
    expect(tensor.data.byteOffset).toBe(workspace.offsetOf(made.name));
    expect(tensor.data).toHaveLength(6);
  });

  it('has views at their offset into the value that holds their numbers', () => {
    const { graph, made, part } = example();
    const workspace = create(graph);
    expect(workspace.offsetOf(part.name)).toBe(workspace.offsetOf(made.name) + 4 * 2);
    const { data } = workspace.tensorOf(made)!; // a kernel makes it
    (data as Float32Array).set([0, 1, 2, 3, 4, 5]); // of this type
    expect([...workspace.tensorOf(part)!.data]).toEqual([2, 3, 4]);
  });

  it('has values of fewer images than the workspace has room for', () => {
    const graph = newGraph();
    const input = graph.input('input', ['batch', 2]);
    const made = graph.node('kernel', [input], { shape: ['batch', 2], domain: KERNEL_DOMAIN });
    graph.output('result', made);
    const sizes = new Map([['batch', 8]]);
    const options = { reserved: RESERVED, sizes };
    const { tensorOf } = createWorkspace(partitionGraph(graph.finish('test')), options)!; // small
    expect(tensorOf(made)).toMatchObject({ dims: [8, 2] });
    const three = tensorOf(made, new Map([['batch', 3]]))!;
    expect(three.dims).toEqual([3, 2]);
    expect(three.data).toHaveLength(6);
    expect(three.data.byteOffset).toBe(tensorOf(made)!.data.byteOffset);
  });

  it('has no tensors of values that no kernel takes or makes', () => {
    const { graph, input } = example();
    expect(create(graph).tensorOf(input)).toBeUndefined();
  });

  it('has an array of the type of each value', () => {
    const graph = newGraph();
    const values = (['int64', 'bool', 'uint8'] as const).map((type) =>
      graph.node('kernel', [], { shape: [4], type, domain: KERNEL_DOMAIN }),
    );
    graph.output('result', graph.node('Concat', values, { shape: [12] }));
    const workspace = create(graph);
    const arrays = values.map((value) => workspace.tensorOf(value)?.data.constructor);
    expect(arrays).toEqual([BigInt64Array, Uint8Array, Uint8Array]);
  });

  it('is not made where addresses of 32 bits do not suffice', () => {
    const graph = newGraph();
    const made = graph.node('kernel', [], { shape: [2 ** 31], domain: KERNEL_DOMAIN });
    graph.output('result', made);
    expect(
      createWorkspace(partitionGraph(graph.finish('test')), { reserved: RESERVED }),
    ).toBeUndefined();
  });
});

function newGraph(): GraphBuilder {
  return new GraphBuilder({ channelBlock: 4, kernels: true });
}

interface Example {
  readonly graph: GraphBuilder;
  readonly constant: Value;
  readonly made: Value;
  /** Elements 2 to 4 of `made`. */
  readonly part: Value;
  /** Taken by an operator only. */
  readonly input: Value;
}

function example(): Example {
  const graph = newGraph();
  const constant = graph.constant('constant', [3], Float32Array.of(1, 2, 3));
  const made = graph.node('kernel', [constant], { shape: [2, 3], domain: KERNEL_DOMAIN });
  const part = view(graph, made, { shape: [3], offset: 2 });
  const input = graph.input('input', [3]);
  const kept = graph.node('kernel', [part], { shape: [3], domain: KERNEL_DOMAIN });
  graph.output('result', graph.node('Add', [kept, input], { shape: [3] }));
  return { graph, constant, made, part, input };
}

function create(graph: GraphBuilder): Workspace {
  return createWorkspace(partitionGraph(graph.finish('test')), { reserved: RESERVED })!; // small graphs fit
}
