export { chooseEngine, type EngineChoice, type RequestedEngine } from './engine/choose-engine.ts';
export type { EngineReport } from './engine/engines-here.ts';
export type { NamedTensor } from './tensor/named-tensor.ts';
export { openOnnxSession } from './engine/onnx/open-onnx-session.ts';
export { type OpenedSession, type OpenOptions, openSession } from './engine/open-session.ts';
export type { SessionOptions } from './engine/session-options.ts';
export { openTfjsSession } from './engine/tfjs/open-tfjs-session.ts';
export type {
  EngineName,
  SessionState,
  StepInput,
  StepResult,
  TrainingSession,
} from './engine/training-session.ts';
export { accuracy } from './metrics/accuracy.ts';
export { classScores, type ClassScores } from './metrics/class-scores.ts';
export { confusion } from './metrics/confusion.ts';
export { crossEntropyOf, logLoss } from './metrics/log-loss.ts';
export { topK } from './metrics/top-k.ts';
export type { ModelCard } from './model/file/model-card.ts';
export type { ModelDefinition, ModelInput } from './model/model-definition.ts';
export { type LoadedModel, loadModel } from './model/file/node/load-model.ts';
export { saveModel } from './model/file/node/save-model.ts';
export { toDefinition, type ToDefinitionOptions } from './model/tfjs/to-definition.ts';
export { toLayersModel } from './model/tfjs/to-layers-model.ts';
export { createDefinition } from './zoo/create-definition.ts';
export { createModel, type CreateModelOptions } from './zoo/create-model.ts';
export type { ModelEntry, ModelShape, TrainingDefaults } from './zoo/model-entry.ts';
export { modelEntry, MODELS } from './zoo/model-table.ts';
export { type LayerSummary, type ModelSummary, summary } from './zoo/summary.ts';
export { summaryText } from './zoo/summary-text.ts';
export {
  type EarlyStopping,
  type EarlyStoppingOptions,
  earlyStoppingSchema,
  shouldStop,
} from './schedule/early-stopping.ts';
export {
  type OptimiserOptions,
  optimiserSchema,
  type OptimiserSpec,
} from './optimiser/optimiser-spec.ts';
export {
  learningRateAt,
  type LearningRateOptions,
  type Schedule,
  type ScheduleOptions,
  scheduleSchema,
} from './schedule/schedule.ts';
export { targetsFor, type Targets, type TargetsOptions } from './loop/targets.ts';
export { detectEngines } from './engine/thread/detect-engines.ts';
export { openEngineThread, type ThreadedSession } from './engine/thread/engine-thread.ts';
export { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from './loop/checkpoint.ts';
export {
  evaluate,
  type EvaluateEvent,
  type Evaluation,
  type ScoredPrediction,
} from './loop/evaluate.ts';
export { evaluated } from './loop/evaluated.ts';
export { fit } from './loop/fit.ts';
export type { FitOptions } from './loop/fit-options.ts';
export { isBest } from './loop/is-best.ts';
export { predict, type Prediction } from './loop/predict.ts';
export {
  decodeSafetensors,
  encodeSafetensors,
  type SafetensorsContent,
} from './weights/safetensors.ts';
