import { describe, expect, test } from 'vitest';
import { chained, type ChainedLayer } from '../../../test/emitted.ts';
import { GraphBuilder } from '../../graph/ir/graph-builder.ts';
import type { LayerMode } from '../contract/operation.ts';
import { weightLayout } from '../parts/weight-layout.ts';
import { contexts, type Reports } from './operation-contexts.ts';

const CONV: ChainedLayer = { name: 'conv', kind: 'Conv2D' };

interface Options {
  readonly mode?: LayerMode;
  readonly isChannelsLast?: boolean;
  readonly wrt?: readonly string[];
  /** The layers whose outputs need a gradient. */
  readonly reached?: readonly string[];
}

/** Contexts in a model with the weights `conv/kernel` and `conv/bias`. */
function made({ mode = 'train', isChannelsLast = false, wrt = [], reached = [] }: Options = {}) {
  const graph = new GraphBuilder();
  const images = graph.input('images', [2, 3, 6, 5]);
  const reports: Reports = { gradients: new Map(), assigned: new Map(), masks: [] };
  const asked: string[] = [];
  const contextOf = contexts(graph, {
    images,
    isChannelsLast,
    mode,
    rectifiers: 'exact',
    wrt: { weights: new Set(wrt), layers: new Set() },
    reach: { outputs: new Set(reached), through: new Set() },
    weights: [
      weightLayout({ name: 'conv/kernel', shape: [1, 1, 3, 4], data: new Float32Array() }),
      weightLayout({ name: 'conv/bias', shape: [4], data: new Float32Array() }),
    ],
    weightValue: ({ name, shape }) => {
      asked.push(name);
      return graph.input(name, shape);
    },
    reports,
  });
  const [input, conv] = chained([{ name: 'images', kind: 'InputLayer', inputs: [] }, CONV]);
  return { graph, images, reports, asked, contextOf, input: input!, conv: conv! };
}

describe('the context of a layer', () => {
  test('has the images as the input of the input layer, and the given inputs of others', () => {
    const { graph, images, contextOf, input, conv } = made({ mode: 'infer' });
    const other = graph.input('other', [2, 3, 6, 5]);
    expect(contextOf(input, []).inputs).toEqual([images]);
    expect(contextOf(conv, [other])).toMatchObject({ graph, layer: conv, mode: 'infer' });
    expect(contextOf(conv, [other]).inputs).toEqual([other]);
  });

  test('is channels last only where the layer takes the images of such a model', () => {
    const last = made({ isChannelsLast: true });
    const other = last.graph.input('other', [2, 6, 5, 3]);
    expect(last.contextOf(last.conv, [last.images]).isChannelsLast).toBe(true);
    expect(last.contextOf(last.conv, [other]).isChannelsLast).toBe(false);
    const first = made();
    expect(first.contextOf(first.conv, [first.images]).isChannelsLast).toBe(false);
  });

  test('needs a gradient of its inputs where one of them is reached', () => {
    const needs = (reached: readonly string[]) => {
      const { contextOf, conv, images } = made({ reached });
      return contextOf({ ...conv, inputs: ['images', 'side'] }, [images]).needsInputGradient;
    };
    expect([needs([]), needs(['conv']), needs(['side']), needs(['images'])]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test('makes the value of a weight once, also for two nodes of one layer', () => {
    const { asked, contextOf, conv, images } = made();
    const [one, other] = [conv, { ...conv, name: 'conv:again' }].map((layer) =>
      contextOf(layer, [images]),
    );
    const kernel = one!.weight('kernel')!;
    expect(kernel.shape).toEqual([4, 3, 1, 1]);
    expect(one!.requiredWeight('kernel')).toBe(kernel);
    expect(other!.weight('kernel')).toBe(kernel);
    expect(asked).toEqual(['conv/kernel']);
  });

  test('knows no weight of another role or layer', () => {
    const { contextOf, conv, images } = made();
    expect(contextOf(conv, [images]).weight('gamma')).toBeUndefined();
    const other = contextOf({ ...conv, name: 'other', layer: 'other' }, [images]);
    expect(other.weight('kernel')).toBeUndefined();
    const error = expect.objectContaining({
      code: 'model-unsupported',
      message: 'Layer other is not supported: it comes without its weight "bias"',
    }) as Error;
    expect(() => other.requiredWeight('bias')).toThrow(error);
  });

  test('emits a gradient only where it is asked for', () => {
    const { graph, reports, contextOf, conv, images } = made({ wrt: ['conv/bias', 'conv/gamma'] });
    const context = contextOf(conv, [images]);
    const gradient = graph.input('gradient', [4]);
    const emittedRoles: string[] = [];
    for (const role of ['kernel', 'bias', 'gamma'])
      context.weightGradient(role, () => {
        emittedRoles.push(role);
        return gradient;
      });
    expect(emittedRoles).toEqual(['bias']);
    expect(reports.gradients).toEqual(new Map([['conv/bias', gradient]]));
  });

  test('assigns weights that the layer has', () => {
    const { graph, reports, contextOf, conv, images } = made();
    const context = contextOf(conv, [images]);
    const value = graph.input('value', [4]);
    context.assign('bias', value);
    context.assign('moving_mean', value);
    expect(reports.assigned).toEqual(new Map([['conv/bias', value]]));
  });

  test('adds an input for a dropout mask, named after the node', () => {
    const { graph, reports, contextOf, conv, images } = made();
    const context = contextOf({ ...conv, name: 'conv:again' }, [images]);
    expect(context.dropoutMask(0.25, [2, 4]).shape).toEqual([2, 4]);
    expect(reports.masks).toEqual([
      { name: 'mask:conv:again', layer: 'conv', rate: 0.25, shape: [2, 4] },
    ]);
    expect(graph.finish('test').inputs.at(-1)).toMatchObject({ name: 'mask:conv:again' });
  });

  test('becomes the context of another layer with the same inputs', () => {
    const { contextOf, conv, images } = made();
    const whole = contextOf({ ...conv, name: 'fused', layer: 'fused' }, [images]);
    const part = whole.at(conv);
    expect(whole.weight('kernel')).toBeUndefined();
    expect(part.weight('kernel')).toBeDefined();
    expect(part.layer).toBe(conv);
    expect(part.inputs).toBe(whole.inputs);
  });
});
