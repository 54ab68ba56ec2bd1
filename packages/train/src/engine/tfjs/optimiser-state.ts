import { tensor, tidy, type Variable, variable, zerosLike } from '@tensorflow/tfjs-core';
import type { UpdateRuleSpec } from '../../optimiser/optimiser-spec.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { slotsOf } from '../../optimiser/optimiser-table.ts';
import type { Slot } from '../../optimiser/update-rule.ts';
import { checkWeights } from '../../weights/check-weights.ts';

/** The optimiser slots of all weights. Owns its variables. */
export interface OptimiserState extends Disposable {
  slotsOf(weight: string): ReadonlyMap<Slot, Variable>;
  /** Copies, named `<weight>/<slot>`. */
  read(): NamedTensor[];
  /** @throws {SproutError} `weight-unknown` for a slot of another optimiser; `shape-mismatch`. */
  check(state: readonly NamedTensor[]): void;
  /** Replaces all slots. Missing slots become zeros. @throws {SproutError} As `check`, before anything is set. */
  write(state: readonly NamedTensor[]): void;
}

/** Creates slots of zeros for weights, given by name. */
export function createOptimiserState(
  optimiser: UpdateRuleSpec,
  weights: ReadonlyMap<string, Variable>,
): OptimiserState {
  const state = new Map<string, Map<Slot, Variable>>();
  const named = new Map<string, Variable>();
  for (const [name, weight] of weights) {
    const slots = slotsOf(optimiser).map((slot): [Slot, Variable] => [slot, zeroVariable(weight)]);
    state.set(name, new Map(slots));
    for (const [slot, value] of slots) named.set(`${name}/${slot}`, value);
  }
  const optional = Array.from(named, ([name, { shape }]) => ({ name, shape }));
  const check = (given: readonly NamedTensor[]): void =>
    checkWeights(given, { required: [], optional });
  return {
    slotsOf: (weight) => state.get(weight) ?? new Map<Slot, Variable>(),
    read: () => [...named].map(([name, value]) => readTensor(name, value)),
    check,
    write: (given) => {
      check(given);
      const byName = new Map(given.map((entry) => [entry.name, entry]));
      for (const [name, value] of named) writeTensor(value, byName.get(name));
    },
    [Symbol.dispose]: () => named.forEach((value) => value.dispose()),
  };
}

/** A copy of a tensor's numbers under a name. */
export function readTensor(name: string, value: Pick<Variable, 'shape' | 'dataSync'>): NamedTensor {
  return { name, shape: [...value.shape], data: Float32Array.from(value.dataSync()) };
}

function zeroVariable(like: Variable): Variable {
  const zeros = zerosLike(like);
  const created = variable(zeros, false);
  zeros.dispose();
  return created;
}

function writeTensor(target: Variable, given: NamedTensor | undefined): void {
  const data = given?.data.slice() ?? new Float32Array(target.size);
  tidy(() => target.assign(tensor(data, target.shape))); // fresh: the cpu backend keeps the array
}
