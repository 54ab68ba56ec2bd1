import { shapeMismatch, shapeText, SproutError } from '@sprout/core';
import { toInner, toOuter, type WeightLayout } from '../../compile/layer/weight-layout.ts';
import type { OnnxValue } from '../../graph/ir/onnx-graph.ts';
import type { Slot } from '../../optimiser/update-rule.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { TrainerState } from '../contract/trainer.ts';
import type { FloatTensor } from './runtime/load-onnxruntime.ts';
import { tensor } from './runtime/onnx-runner.ts';

/** Weights and optimiser slots in the layout of graphs, by name. */
export type StateValues = Map<string, FloatTensor>;

export interface StateLayouts {
  readonly weights: readonly WeightLayout[];
  /** The slots that the optimiser may keep for a weight. */
  readonly slots: readonly Slot[];
}

/**
 * Converts a saved state to the layout of graphs. Copies.
 *
 * @throws {SproutError} `weight-missing`; `weight-unknown` for a tensor that belongs to another model or optimiser;
 *   `shape-mismatch`.
 */
export function readState(state: TrainerState, { weights, slots }: StateLayouts): StateValues {
  const values: StateValues = new Map();
  const given = new Map([...state.weights, ...state.optimiser].map((item) => [item.name, item]));
  const read = (name: string, layout: WeightLayout): void => {
    const found = given.get(name);
    if (found !== undefined)
      values.set(name, tensor(toInner(checkedData(found, layout), layout), layout.shape));
  };
  for (const layout of weights) {
    const { name, outerShape } = layout;
    if (!given.has(name))
      throw new SproutError('weight-missing', { weight: name, shape: shapeText(outerShape) });
    read(name, layout);
    for (const slot of slots) read(`${name}/${slot}`, layout);
  }
  const unknown = [...given.values()].find(({ name }) => !values.has(name));
  if (unknown === undefined) return values;
  throw new SproutError('weight-unknown', {
    weight: unknown.name,
    shape: shapeText(unknown.shape),
  });
}

/** Converts values to a state in the layout of the layers model. Copies. */
export function writeState(values: StateValues, { weights, slots }: StateLayouts): TrainerState {
  const write = (name: string, layout: WeightLayout): NamedTensor[] => {
    const value = values.get(name);
    if (value === undefined) return [];
    return [{ name, shape: layout.outerShape, data: toOuter(value.data, layout) }];
  };
  return {
    weights: weights.flatMap((layout) => write(layout.name, layout)),
    optimiser: weights.flatMap((layout) =>
      slots.flatMap((slot) => write(`${layout.name}/${slot}`, layout)),
    ),
  };
}

/** Values by name. Missing values are added as zeros. */
export function tensorsOf(
  values: StateValues,
  wanted: readonly Pick<OnnxValue, 'name' | 'shape'>[],
): Record<string, FloatTensor> {
  for (const { name, shape } of wanted) {
    if (values.has(name)) continue;
    const dims = shape.map(Number);
    const length = dims.reduce((product, size) => product * size, 1);
    values.set(name, tensor(new Float32Array(length), dims));
  }
  return Object.fromEntries(wanted.map(({ name }) => [name, values.get(name)!]));
}

function checkedData({ name, shape, data }: NamedTensor, { outerShape }: WeightLayout) {
  const size = outerShape.reduce((product, length) => product * length, 1);
  const isSame = shape.join() === outerShape.join();
  if (isSame && data.length === size) return data;
  const received = isSame ? [data.length] : shape;
  throw shapeMismatch(`The weight ${name}`, { expected: outerShape, received });
}
