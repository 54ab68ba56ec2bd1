export type { NamedTensor } from './engine/named-tensor.ts';
export type { SessionOptions } from './engine/session-options.ts';
export type {
  EngineName,
  SessionState,
  StepInput,
  StepResult,
  TrainingSession,
} from './engine/training-session.ts';
export type { ModelDefinition, ModelInput } from './model/model-definition.ts';
export { optimiserSchema, type OptimiserSpec } from './optimiser/optimiser-spec.ts';
