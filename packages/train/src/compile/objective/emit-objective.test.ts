import { describe, expect, test } from 'vitest';
import { GraphBuilder } from '../../graph/ir/graph-builder.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { runGraph } from '../../../test/run-graph.ts';
import { emitObjective, type TermForm } from './emit-objective.ts';

const IMAGE = [1, 2, 3, 4, 5, 6, 7, 8];

/** The objective of two images of two channels and 1 x 2 pixels, and its gradient. */
function computed(forms: readonly TermForm['form'][], inputs: Record<string, readonly number[]>) {
  const graph = new GraphBuilder();
  const output = graph.input('output', [2, 2, 1, 2]);
  const terms = forms.map((form) => ({ layer: 'layer', form }));
  const { values, outputGradients } = emitObjective(graph, terms, new Map([['layer', output]]));
  graph.output('values', values);
  graph.output('gradient', outputGradients.get('layer')!);
  return runGraph(graph, { output: IMAGE, ...inputs });
}

/** The cosine of the Gram matrices of two images of two channels with two pixels. */
function cosineOf(numbers: readonly number[]): number {
  const [one, other] = [numbers.slice(0, 4), numbers.slice(4)].map(([a, b, c, d]) => [
    a! * a! + b! * b!,
    a! * c! + b! * d!,
    a! * c! + b! * d!,
    c! * c! + d! * d!,
  ]) as [number[], number[]];
  const product = one.reduce((sum, value, at) => sum + value * other[at]!, 0);
  return product / Math.hypot(...one) / Math.hypot(...other);
}

describe.skipIf(onnxruntime === undefined)('emitObjective', () => {
  const numbers = { 'channels:0': [1, -1], 'positions:0': [0.5, 2] };

  test('sums an output times its channels and positions', () => {
    const { values, gradient } = computed(['linear'], numbers);
    expect(values).toEqual([0.5 + 4 - 1.5 - 8, 2.5 + 12 - 3.5 - 16]);
    expect(gradient).toEqual([0.5, 2, -0.5, -2, 0.5, 2, -0.5, -2]);
  });

  test('takes the mean of squares', () => {
    const { values, gradient } = computed(['square'], { 'factor:0': [2] });
    expect(values).toEqual([15, 87]);
    expect(gradient).toEqual(IMAGE);
  });

  test('takes the largest mean of a channel', () => {
    const { values, gradient } = computed(['largest'], { 'factor:0': [2] });
    expect(values).toEqual([7, 15]);
    expect(gradient).toEqual([0, 0, 1, 1, 0, 0, 1, 1]);
  });

  test('takes the cosine of Gram matrices', () => {
    // [[5, 11], [11, 25]] and [[61, 83], [83, 113]]: 4956 / (sqrt(892) * sqrt(30268))
    const { values, gradient } = computed(['similar'], { 'factor:0': [2] });
    const cosine = 4956 / Math.sqrt(892 * 30_268);
    for (const value of values!) expect(value).toBeCloseTo(2 * cosine, 5);
    const slope = (step: number): number => 2 * 2 * cosineOf(IMAGE.with(0, 1 + step));
    expect(gradient![0]).toBeCloseTo((slope(1e-4) - slope(-1e-4)) / 2e-4, 4);
  });

  test('adds terms on one layer', () => {
    const { values, gradient } = computed(['linear', 'square'], { ...numbers, 'factor:1': [2] });
    expect(values).toEqual([10, 82]);
    expect(gradient).toEqual([1.5, 4, 2.5, 2, 5.5, 8, 6.5, 6]);
  });
});
