import { SproutError } from '@sprout/core';
import { toInner, toOuter, type WeightLayout } from '../../compile/layer/weight-layout.ts';
import type { OnnxValue } from '../../graph/ir/onnx-graph.ts';
import type { Slot } from '../../optimiser/update-rule.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { SessionState } from '../training-session.ts';
import type { FloatTensor } from './load-onnxruntime.ts';
import { tensor } from './onnx-runner.ts';

/** Weights and optimiser state as the graphs take them, by name. */
export type SessionValues = Map<string, FloatTensor>;

export interface ValueLayouts {
  readonly weights: readonly WeightLayout[];
  /** What the optimiser may remember of each learning weight. */
  readonly slots: readonly Slot[];
}

/**
 * The values of a saved state. Copies.
 *
 * @throws {SproutError} `shape-mismatch` when a weight is missing or of another shape, or anything is too many: of another
 * optimiser, say.
 */
export function readState(state: SessionState, { weights, slots }: ValueLayouts): SessionValues {
  const values: SessionValues = new Map();
  const given = new Map([...state.weights, ...state.optimiser].map((item) => [item.name, item]));
  const read = (name: string, layout: WeightLayout, required: boolean): void => {
    const found = given.get(name);
    if (found === undefined && !required) return;
    const data = checked(found, { name, layout });
    values.set(name, tensor(toInner(data, layout), layout.shape));
  };
  for (const layout of weights) {
    read(layout.name, layout, true);
    for (const slot of slots) read(`${layout.name}/${slot}`, layout, false);
  }
  const foreign = [...given.values()].find(({ name }) => !values.has(name));
  if (foreign === undefined) return values;
  throw new SproutError('shape-mismatch', {
    what: foreign.name,
    expected: 'of a weight of the model, or of what its optimiser keeps',
    received: foreign.shape.join(' x '),
  });
}

/** The values as a state to save. Copies. */
export function writeState(values: SessionValues, { weights, slots }: ValueLayouts): SessionState {
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

/** Values by name, zeros where there is none yet. */
export function tensorsOf(
  values: SessionValues,
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

function checked(
  found: NamedTensor | undefined,
  { name, layout }: { readonly name: string; readonly layout: WeightLayout },
): Float32Array {
  const expected = layout.outerShape.join(' x ');
  const received = found === undefined ? 'nothing' : found.shape.join(' x ');
  const size = layout.outerShape.reduce((product, length) => product * length, 1);
  if (found !== undefined && received === expected && found.data.length === size) return found.data;
  throw new SproutError('shape-mismatch', { what: name, expected, received });
}
