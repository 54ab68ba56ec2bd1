import { expect, it } from 'vitest';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { KERNEL_DOMAIN } from './kernel-domain.ts';
import { kernelNode } from './kernel-node.ts';
import { KERNEL_PARAMETERS } from './kernel-parameters.ts';
import { view } from './view.ts';

it('the node of a kernel has its parameters as attributes, typed and ordered as in the table', () => {
  const graph = new GraphBuilder({ channelBlock: 4, kernels: true });
  const image = graph.input('image', [1, 4, 2, 3]);
  const [peaks, output] = kernelNode(graph, 'normalisePool', {
    inputs: [image],
    results: [{ shape: [0] }, { shape: [1, 4, 2, 3] }],
    parameters: {
      epsilon: 0.25,
      lowerLimit: 0,
      upperLimit: Infinity,
      paddedHeight: 2,
      left: 0,
      top: 0,
      strideWidth: 1,
      strideHeight: 1,
      windowWidth: 1,
      windowHeight: 1,
      columns: 3,
      rows: 2,
      width: 3,
      height: 2,
      channelBlock: 4,
      blocks: 1,
      batch: 1,
    },
  });
  const [node] = graph.finish('test').nodes;
  expect(node).toMatchObject({ type: 'normalisePool', domain: KERNEL_DOMAIN, inputs: ['image'] });
  expect(node!.outputs).toEqual([peaks, output]);
  expect(Object.keys(node!.attributes)).toEqual(
    KERNEL_PARAMETERS.normalisePool.map(([name]) => name),
  );
  expect(node!.attributes['epsilon']).toEqual({ float: 0.25 });
  expect(node!.attributes['columns']).toEqual({ int: 3 });
});

it('the size of a symbolic dimension is a parameter by its name', () => {
  const graph = new GraphBuilder({ channelBlock: 4, kernels: true });
  const image = graph.input('image', ['batch', 4, 2, 3]);
  kernelNode(graph, 'im2col', {
    inputs: [image],
    results: [{ shape: ['batch', 1, 4, 6] }],
    parameters: {
      batch: 'batch',
      channels: 4,
      height: 2,
      width: 3,
      rows: 2,
      columns: 3,
      windowHeight: 1,
      windowWidth: 1,
      strideHeight: 1,
      strideWidth: 1,
      top: 0,
      left: 0,
    },
  });
  const [node] = graph.finish('test').nodes;
  expect(node!.attributes).toMatchObject({ batch: { text: 'batch' }, height: { int: 2 } });
});

it('a view has its offset as an attribute, zero by default', () => {
  const graph = new GraphBuilder({ channelBlock: 4, kernels: true });
  const value = graph.input('value', [10]);
  expect(view(graph, value, { shape: [2, 3], offset: 4 }).shape).toEqual([2, 3]);
  view(graph, value, { shape: [10] });
  const { nodes } = graph.finish('test');
  expect(nodes.map(({ type, domain, attributes }) => ({ type, domain, attributes }))).toEqual([
    { type: 'View', domain: KERNEL_DOMAIN, attributes: { offset: { int: 4 } } },
    { type: 'View', domain: KERNEL_DOMAIN, attributes: { offset: { int: 0 } } },
  ]);
});
