import { toInner, toOuter, type WeightLayout } from '../../compile/parts/weight-layout.ts';
import type { OnnxValue } from '../../graph/ir/onnx-graph.ts';
import type { Slot } from '../../optimiser/update-rule.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { checkWeights, type ExpectedTensor } from '../../weights/check-weights.ts';
import type { TrainerState } from '../contract/trainer.ts';
import type { FloatTensor } from './runtime/tensors.ts';
import { tensor } from './runtime/tensors.ts';
import { elementCount } from '../../tensor/element-count.ts';

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
  const given = [...state.weights, ...state.optimiser];
  const layouts = new Map(weights.map((layout) => [layout.name, layout]));
  const slotLayouts = new Map(
    weights.flatMap((layout) => slots.map((slot) => [`${layout.name}/${slot}`, layout])),
  );
  checkWeights(given, { required: expected(layouts), optional: expected(slotLayouts) });
  return new Map(
    given.map(({ name, data }) => {
      const layout = (layouts.get(name) ?? slotLayouts.get(name))!; // checked
      return [name, tensor(toInner(data, layout), layout.shape)];
    }),
  );
}

function expected(layouts: ReadonlyMap<string, WeightLayout>): ExpectedTensor[] {
  return Array.from(layouts, ([name, { outerShape }]) => ({ name, shape: outerShape }));
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
    const length = elementCount(dims);
    values.set(name, tensor(new Float32Array(length), dims));
  }
  return Object.fromEntries(wanted.map(({ name }) => [name, values.get(name)!]));
}

/** The values of the weights, without the optimiser slots. They share their tensors. */
export function withoutSlots(values: StateValues, { weights }: StateLayouts): StateValues {
  return new Map(weights.map(({ name }) => [name, values.get(name)!])); // a state has all weights
}
