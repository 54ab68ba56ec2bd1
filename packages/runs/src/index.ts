export {
  demo,
  engines,
  evaluate,
  exportModel,
  features,
  models,
  predict,
  readRun,
  report,
  resume,
  summary,
  train,
} from './commands.ts';
export { comparedKind, compareEvaluations, compareRuns, listRuns } from './run-commands.ts';
export { configReference, modelReference, op, ops } from './reference-commands.ts';
export { augment, inspect, prepare, preview, sample, split, undoSplit } from './data-commands.ts';
export {
  visualizeActivations,
  visualizeAdversarial,
  visualizeAttribution,
  visualizeClass,
  visualizeFilters,
} from './visualize-commands.ts';
export type { AugmentOptions, AugmentResult } from './commands/augment.ts';
export type {
  CompareEvaluationsOptions,
  CompareEvaluationsResult,
} from './commands/compare-evaluations.ts';
export type { ComparedKind } from './run/compared-kind.ts';
export type { CompareRunsOptions, CompareRunsResult } from './commands/compare-runs.ts';
export type { DemoOptions, DemoResult } from './commands/demo.ts';
export type { EnginesResult } from './commands/engines.ts';
export type { EvaluateOptions, EvaluateResult } from './commands/evaluate.ts';
export type { ExportModelOptions, ExportModelResult } from './commands/export-model.ts';
export type { FeaturesOptions, FeaturesResult } from './commands/features.ts';
export type { InspectOptions, InspectResult } from './commands/inspect.ts';
export type { BaseInfo, ModelInfo } from './commands/models.ts';
export type {
  ListRunsOptions,
  ListRunsResult,
  RunSummary,
  UnreadableRun,
} from './commands/list-runs.ts';
export type { FailedFile, PredictOptions } from './commands/predict-options.ts';
export { mostProbable } from './commands/most-probable.ts';
export type { PredictedFile } from './commands/predicted-file.ts';
export type { PrepareOptions, PrepareResult } from './commands/prepare.ts';
export type { PreviewOptions, PreviewResult } from './commands/preview.ts';
export type { ReportOptions, ReportResult } from './commands/report.ts';
export type { SampleOptions, SampleResult } from './commands/sample.ts';
export type { SplitOptions, SplitResult } from './commands/split.ts';
export type { SummaryOptions, SummaryResult } from './commands/summary.ts';
export type { TrainOptions } from './commands/train.ts';
export type {
  VisualizeActivationsOptions,
  VisualizeActivationsResult,
} from './commands/visualize-activations.ts';
export type {
  VisualizeAdversarialOptions,
  VisualizeAdversarialResult,
} from './commands/visualize-adversarial.ts';
export type { AdversarialRecord } from './explain/adversarial-record.ts';
export type { RobustnessRecord } from './run/robustness-record.ts';
export type {
  AttributedImage,
  VisualizeAttributionOptions,
  VisualizeAttributionResult,
} from './commands/visualize-attribution.ts';
export type { UndoSplitOptions, UndoSplitResult } from './commands/undo-split.ts';
export type { RunPair } from './comparison/compare-pairs.ts';
export type { VisualizeClassOptions, VisualizeClassResult } from './commands/visualize-class.ts';
export type {
  VisualizeFiltersOptions,
  VisualizeFiltersResult,
} from './commands/visualize-filters.ts';
export type {
  ConfigOptions,
  ImageOptions,
  ImageSize,
  TrainingOptions,
} from './config/config-options.ts';
export type { ResolveFeaturesOptions } from './config/resolve-features.ts';
export type { Config, ConfigInput, GivenModel, ModelInput } from './config/config-schema.ts';
export type { ResolvedTraining } from './config/resolve-training.ts';
export {
  configJsonSchema,
  configText,
  resolveConfig,
  resolveFeatures,
  resolveImages,
  resolveResume,
  resolveTrain,
} from './configuration.ts';
export type { RunContext } from './event/run-context.ts';
export type { AscentEvent } from './event/ascent-event.ts';
export type { FeaturesEvent, WeightsEvent } from './event/base-event.ts';
export type { ImagesEvent } from './event/images-event.ts';
export type { DemoEvent, RunEvent } from './event/run-event.ts';
export type { SearchEvent } from './event/search-event.ts';
export type { Task, TaskEvent } from './event/task-event.ts';
export type { PlannedStage, TrainingEvent } from './event/training-event.ts';
export type { BadFile } from './images/check-images.ts';
export type { LabelOptions } from './labels/label-options.ts';
export type { LabelFiles, LabelReport, SuspectLabel } from './labels/label-report.ts';
export type { ConfigPart } from './reference/config-reference.ts';
export type { FieldReference } from './reference/field-reference.ts';
export type { ModelReference } from './reference/model-reference.ts';
export type { OpReference } from './reference/ops.ts';
export { specText } from './reference/spec-text.ts';
export { quoted } from './report/quoted.ts';
export type { InspectionFiles } from './report/write-inspection.ts';
export { definedScores } from './run/defined-scores.ts';
export type { EvaluationRecord } from './run/evaluation-record.ts';
export type { PredictionRow } from './run/read-predictions.ts';
export type { ReadRun, SplitRow } from './run/read-run.ts';
export type { ResumeOptions } from './run/resolve-resume.ts';
export { type RunFolder, runFolder } from './run/run-folder.ts';
export type { TrainResult } from './run/train-result.ts';
export type { SubjectPicture } from './visualize/ascend-subjects.ts';
export type { AscentCommandOptions } from './visualize/ascent-command-options.ts';
export type { AscentSettings } from './visualize/ascent-settings.ts';
export type { VisualModelOptions } from './visualize/open-visual-model.ts';
