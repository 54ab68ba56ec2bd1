export {
  chooseEngine,
  type EngineChoice,
  type RequestedEngine,
} from './engine/open/choose-engine.ts';
export { ENGINE_NAMES, type EngineName } from './engine/contract/engine-name.ts';
export type { EngineReport } from './engine/open/engines-here.ts';
export type { EngineGradientSource } from './engine/gradient/engine-gradient-source.ts';
export { openGradientSource } from './engine/open/open-gradient-source.ts';
export { openPredictor, type OpenPredictorOptions } from './engine/open/open-predictor.ts';
export { openTrainer, type OpenTrainerOptions } from './engine/open/open-trainer.ts';
export type { Opened } from './engine/contract/opened.ts';
export type { InputNumbers, LayerOutput, Predictor } from './engine/contract/predictor.ts';
export type { PredictorOptions } from './engine/contract/predictor-options.ts';
export type { StepInput, StepResult, Trainer, TrainerState } from './engine/contract/trainer.ts';
export type { StageStep } from './engine/contract/stage-step.ts';
export type { LayerRates } from './optimiser/layer-rates.ts';
export type { TrainerOptions } from './engine/contract/trainer-options.ts';
export type { WeightShape } from './model/layers/shapes/layer-shape.ts';
export type { NamedTensor } from './tensor/named-tensor.ts';
export { accuracy } from './metrics/accuracy.ts';
export { bestThresholds, type BestThresholdsOptions } from './metrics/best-thresholds.ts';
export { calibrated, type Calibration } from './metrics/calibrated.ts';
export { calibrationError, type ConfidentPrediction } from './metrics/calibration-error.ts';
export {
  atTemperature,
  fitTemperature,
  type LabelledProbabilities,
} from './metrics/fit-temperature.ts';
export { classScores, type ClassScores } from './metrics/class-scores.ts';
export { confusion } from './metrics/confusion.ts';
export { fBeta, type TagCounts } from './metrics/f-beta.ts';
export { binaryCrossEntropyOf, crossEntropyOf, logLoss } from './metrics/log-loss.ts';
export type { TagRow } from './metrics/tag-row.ts';
export { meanFBeta, type ScoredTags, tagCounts } from './metrics/tag-scores.ts';
export { topK } from './metrics/top-k.ts';
export type { ModelCard } from './model/file/model-card.ts';
export { checkClassifier, type CheckClassifierOptions } from './model/check-classifier.ts';
export type { OutputActivation } from './model/layers/without-output-activation.ts';
export type {
  FeatureInput,
  HeadDefinition,
  ModelDefinition,
  ModelInput,
} from './model/model-definition.ts';
export { type LoadedModel, loadModel } from './model/file/node/load-model.ts';
export { saveModel } from './model/file/node/save-model.ts';
export { toKerasWeights } from './export/to-keras-weights.ts';
export { toOnnx } from './export/to-onnx.ts';
export {
  fromTeachableMachine,
  type TeachableMachineModel,
} from './teachable-machine/from-teachable-machine.ts';
export { toByteInput } from './export/to-byte-input.ts';
export { toTeachableMachine } from './teachable-machine/to-teachable-machine.ts';
export { toSafetensors } from './export/to-safetensors.ts';
export { toDefinition, type ToDefinitionOptions } from './model/tfjs/to-definition.ts';
export { toLayersModel } from './model/tfjs/to-layers-model.ts';
export { createDefinition } from './zoo/create-definition.ts';
export { createModel, type CreateModelOptions } from './zoo/create-model.ts';
export type { ModelEntry, ModelShape, TrainingDefaults } from './zoo/model-entry.ts';
export { isModelName, modelEntry, type ModelName, MODELS } from './zoo/model-table.ts';
export { type LayerSummary, type ModelSummary, outlineSummary, summary } from './zoo/summary.ts';
export { summaryText } from './zoo/summary-text.ts';
export {
  type EarlyStopping,
  type EarlyStoppingFrom,
  type EarlyStoppingOptions,
  earlyStoppingSchema,
  shouldStop,
} from './schedule/early-stopping.ts';
export {
  type OptimiserOptions,
  optimiserSchema,
  type OptimiserSpec,
  type UpdateRuleOptions,
} from './optimiser/optimiser-spec.ts';
export {
  learningRateAt,
  type LearningRateOptions,
  type Schedule,
  type ScheduleOptions,
  scheduleSchema,
} from './schedule/schedule.ts';
export { checkAddress, type FeatureAddress } from './features/feature-address.ts';
export { featureBatches, type FeatureBatchesOptions } from './features/feature-batches.ts';
export type { BatchPlace, FeatureRows, FeatureSink } from './features/feature-rows.ts';
export {
  type CopyBatches,
  type ExtractEvent,
  extractFeatures,
  type ExtractFeaturesOptions,
} from './features/extract-features.ts';
export {
  createFeatureStore,
  type CreateFeatureStoreOptions,
} from './features/node/create-feature-store.ts';
export {
  featureAddressOf,
  type FeatureAddressOptions,
  weightsHash,
} from './features/node/feature-address-of.ts';
export {
  type FeatureStore,
  openFeatureStore,
  type OpenFeatureStoreOptions,
} from './features/node/feature-store.ts';
export { holdsStore } from './features/node/holds-store.ts';
export { readStoreContents, type StoreContents } from './features/node/store-arrays.ts';
export type { FeatureOrigin } from './features/node/store-metadata.ts';
export { samplesFingerprint } from './features/node/samples-fingerprint.ts';
export { findWrongLabels, type FindWrongLabelsOptions } from './labels/find-wrong-labels.ts';
export type { JudgedLabel, WrongLabels } from './labels/rank-labels.ts';
export { featureRows } from './labels/feature-rows.ts';
export {
  principalComponents,
  type PrincipalComponentsOptions,
} from './labels/principal-components.ts';
export type { Rows } from './labels/rows.ts';
export { poolLayers } from './model/surgery/pool-layers.ts';
export { batchTargets } from './loop/batch-targets.ts';
export { targetsFor, type Targets, type TargetsOptions } from './loop/targets.ts';
export { detectEngines } from './engine/thread/detect-engines.ts';
export {
  openEngineThread,
  openGradientSourceThread,
  openPredictorThread,
} from './engine/thread/engine-thread.ts';
export { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from './loop/checkpoint.ts';
export {
  evaluate,
  type EvaluateEvent,
  type Evaluation,
  type ScoredPrediction,
} from './loop/evaluate.ts';
export {
  evaluateTags,
  type EvaluateTagsOptions,
  type TagEvaluation,
  type TagPrediction,
} from './loop/evaluate-tags.ts';
export { evaluated } from './loop/evaluated.ts';
export {
  findLearningRate,
  type FindLearningRateOptions,
  type RateStep,
  type RateSweep,
} from './loop/find-learning-rate.ts';
export { fit } from './loop/fit.ts';
export { stopsEarly, type StopsEarlyOptions } from './loop/stops-early.ts';
export { type StagePlace, stagePlace, type StagePlaceOptions } from './loop/stage-place.ts';
export type { FitOptions, FitStage } from './loop/fit-options.ts';
export type { ModelBatch } from './loop/model-batch.ts';
export type { MixedBatch } from './mix/mix-batch.ts';
export { type Mix, type MixOptions, mixSchema } from './mix/mix-spec.ts';
export { mixedBatches, type MixedBatchesOptions } from './mix/mixed-batches.ts';
export { isBest } from './loop/is-best.ts';
export { predict, type Prediction } from './loop/predict.ts';
export {
  decodeSafetensors,
  encodeSafetensors,
  type SafetensorsContent,
} from './weights/safetensors.ts';
export { type AssignWeightsOptions, assignWeights } from './weights/assign/assign-weights.ts';
export type { ExpectedLayer } from './weights/assign/expected-layer.ts';
export type { ExpectedTensor } from './weights/check-weights.ts';
export type { FileHash } from './weights/fetch/file-hash.ts';
export type { KnownFile } from './weights/fetch/known-file.ts';
export { knownFileOf, type KnownFileOptions } from './weights/fetch/known-file-of.ts';
export { KNOWN_FILES } from './weights/fetch/known-files.ts';
export { weightsFolder } from './weights/fetch/node/weights-folder.ts';
export type { CachedFile } from './weights/fetch/node/cached-file.ts';
export type { FetchOptions } from './weights/fetch/node/fetch-options.ts';
export type { DownloadProgress } from './weights/fetch/node/receive.ts';
export {
  knownFilePath,
  type ReleasedFile,
  releasedFile,
  type ReleasedFileOptions,
} from './weights/fetch/node/released-file.ts';
export { type WeightsFile, weightsFile } from './weights/fetch/node/weights-file.ts';
export { readWeights, type ReadWeightsOptions } from './weights/read/read-weights.ts';
export type {
  WeightsContent,
  WeightsFormat,
  WeightsLayer,
} from './weights/source/weights-content.ts';
export type { ReadSibling } from './weights/tfjs/read-tfjs.ts';
export { permute } from './tensor/permute.ts';
export { type AttributionLayers, attributionLayers } from './model/surgery/attribution-layers.ts';
export { atSize, type AtSizeOptions } from './model/surgery/at-size.ts';
export { addHead } from './model/surgery/add-head.ts';
export { createHead } from './model/surgery/create-head.ts';
export { layerGroups } from './model/surgery/layer-groups.ts';
export { freezeLayers, layersFrom } from './model/surgery/freeze-layers.ts';
export { type HeadOptions, headSchema, type HeadSpec } from './model/surgery/head-spec.ts';
export { joinBaseAndHead } from './model/surgery/join-base-and-head.ts';
export { expectedWeights, type ModelOutline } from './model/surgery/model-outline.ts';
export { hasDropout } from './model/surgery/has-dropout.ts';
export { outputLayer } from './model/surgery/output-layer.ts';
export { outputShape } from './model/surgery/output-shape.ts';
export { replaceHead, type ReplaceHeadOptions } from './model/surgery/replace-head.ts';
export { truncateAt } from './model/surgery/truncate-at.ts';
export type { BaseEntry, BaseShape, Pooling } from './zoo/bases/base-entry.ts';
export { baseEntry, type BaseName, BASES, isBaseName } from './zoo/bases/base-table.ts';
export {
  baseInFile,
  type BaseInFileOptions,
  FILE_BASE,
  outlineInFile,
} from './zoo/file/base-in-file.ts';
export {
  createBase,
  type CreateBaseOptions,
  withWeights,
  type WithWeightsOptions,
} from './zoo/create-base.ts';
export {
  type InputFunction,
  inputFunction,
  type InputFunctionName,
  INPUT_FUNCTIONS,
} from './zoo/input/input-functions.ts';
export {
  findRelease,
  releasedWeights,
  type ReleasedWeightsOptions,
} from './zoo/released-weights.ts';
export type { Release, WeightSource } from './zoo/releases/release.ts';
export { releaseOf, RELEASES } from './zoo/releases/release-table.ts';
export { headWithClasses, type HeadWithClassesOptions } from './zoo/transfer/head-with-classes.ts';
export {
  baseWithHead,
  type BaseWithHeadOptions,
  outlineWithHead,
} from './zoo/transfer/base-with-head.ts';
export {
  type StageDefaults,
  stageDefaults,
  type TransferDefaults,
  transferDefaults,
} from './zoo/transfer/transfer-defaults.ts';
export { stageRates, type StageRatesOptions } from './zoo/transfer/stage-rates.ts';
export {
  normalTrainable,
  stageSchema,
  stagesOf,
  type StageSpec,
  trainsHeadOnly,
} from './zoo/transfer/stage-schema.ts';
export {
  type HeadLayers,
  isBase,
  TRANSFER_FIELDS,
  type TransferOptions,
  transferSchema,
} from './zoo/transfer/transfer-schema.ts';
