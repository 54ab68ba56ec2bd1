import { adam, adamw } from './adam.ts';
import type { OptimiserRules } from './define-optimiser.ts';
import type { UpdateRuleSpec } from './optimiser-spec.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';
import type { Slot, StepRate, UpdateRule, WeightUpdate } from './update-rule.ts';

const OPTIMISERS = { sgd, adam, adamw, rmsprop };

/** The slots that an optimiser keeps for each weight. */
export function slotsOf(spec: UpdateRuleSpec): readonly Slot[] {
  return rulesOf(spec).slots(spec);
}

/** The number that training graphs take as `stepSize`: the learning rate, for Adam with its bias correction. */
export function stepSize(spec: UpdateRuleSpec, at: StepRate): number {
  return rulesOf(spec).stepSize?.(spec, at) ?? at.learningRate;
}

/** The update of a weight in a training graph. */
export function updateRule(spec: UpdateRuleSpec): UpdateRule {
  return rulesOf(spec).graphRule(spec);
}

/** One step of one weight in TensorFlow.js. Call within `tf.tidy`. */
export function updateWeight(spec: UpdateRuleSpec, update: WeightUpdate): void {
  rulesOf(spec).updateWeight(spec, update);
}

function rulesOf({ name }: UpdateRuleSpec): OptimiserRules<UpdateRuleSpec> {
  return OPTIMISERS[name] as OptimiserRules<UpdateRuleSpec>; // the entry of a name takes the settings of that name
}
