import { describe, expect, it } from 'vitest';
import { evaluate, ownChannelBlock, randomConstant } from '../../../test/evaluate.ts';
import { GraphBuilder, type Value } from '../ir/graph-builder.ts';
import { addImages } from './add-images.ts';
import { fromNchwc, toNchwc } from './nchwc.ts';

const typesIn = (graph: GraphBuilder): string[] =>
  graph.finish('test').nodes.map(({ type }) => type);

describe('an image in NCHWc', () => {
  it('is made once, and keeps its shape in NCHW', () => {
    const graph = new GraphBuilder({ channelBlock: 8 });
    const image = graph.input('image', [2, 16, 3, 4]);
    const result = toNchwc(graph, image);
    expect(toNchwc(graph, image)).toBe(result);
    expect(result.shape).toEqual([2, 16, 3, 4]);
    expect(typesIn(graph)).toEqual(['ReorderInput']);
  });

  it('is known where the image was made of it', () => {
    const graph = new GraphBuilder({ channelBlock: 8 });
    const nchwc = graph.input('nchwc', [2, 16, 3, 4]);
    const image = fromNchwc(graph, nchwc);
    expect(toNchwc(graph, image)).toBe(nchwc);
    const [node] = graph.finish('test').nodes;
    expect(node).toMatchObject({ type: 'ReorderOutput', attributes: { channels: { int: 16 } } });
  });

  it('belongs to its builder', () => {
    const [one, other] = [new GraphBuilder(), new GraphBuilder()];
    const image: Value = { name: 'image', type: 'float32', shape: [1, 8, 2, 2] };
    toNchwc(one, image);
    toNchwc(other, image);
    expect(typesIn(other)).toEqual(['ReorderInput']);
  });

  it.skipIf(ownChannelBlock === 1)('has its channels in blocks, pixel by pixel', () => {
    const c = ownChannelBlock;
    const graph = new GraphBuilder({ channelBlock: c });
    const { value, data } = randomConstant(graph, 'image', [1, 2 * c, 1, 3]);
    const nchwc = toNchwc(graph, value);
    const [blocks, back] = evaluate(graph, nchwc, fromNchwc(graph, nchwc)) as [number[], number[]];
    const expected = Array.from({ length: 6 * c }, (_, at) => {
      const [block, pixel, lane] = [Math.floor(at / (3 * c)), Math.floor(at / c) % 3, at % c];
      return data[(block * c + lane) * 3 + pixel]!;
    });
    expect(blocks).toEqual(expected);
    expect(back).toEqual([...data]);
  });
});

describe('the sum of two images', () => {
  const SHAPE = [1, 16, 2, 2];

  it('is in NCHWc where both are', () => {
    const graph = new GraphBuilder({ channelBlock: 16 });
    const [left, right] = ['left', 'right'].map((name) =>
      fromNchwc(graph, graph.input(name, SHAPE)),
    ) as [Value, Value]; // two names
    const sum = addImages(graph, left, right);
    expect(graph.nchwc.get(sum)).toBeDefined();
    const add = graph.finish('test').nodes.find(({ type }) => type === 'Add');
    expect(add!.inputs).toEqual(['left', 'right']);
  });

  it('is in NCHW where only one is in NCHWc, or shapes differ', () => {
    const graph = new GraphBuilder({ channelBlock: 16 });
    const left = fromNchwc(graph, graph.input('left', SHAPE));
    const smaller = fromNchwc(graph, graph.input('smaller', [1, 16, 1, 1]));
    const plain = graph.input('plain', SHAPE);
    for (const right of [plain, smaller]) {
      const sum = addImages(graph, left, right);
      expect(sum.shape).toEqual(SHAPE);
      expect(graph.nchwc.has(sum)).toBe(false);
    }
  });
});
