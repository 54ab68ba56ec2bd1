export {
  type ActivationMap,
  activationMaps,
  type ActivationMapsOptions,
} from './attribution/activation-maps.ts';
export type { Attacked, AttackOptions } from './attribution/adversarial/attack.ts';
export { fgsm } from './attribution/adversarial/fgsm.ts';
export { predictedClass } from './attribution/adversarial/loss-gradient.ts';
export { pgd, type PgdOptions } from './attribution/adversarial/pgd.ts';
export {
  type Attack,
  type Flip,
  smallestFlip,
  type SmallestFlipOptions,
} from './attribution/adversarial/smallest-flip.ts';
export type {
  Attribution,
  ExplainedImages,
  ExplainedModel,
  HeatMap,
} from './attribution/attribution-target.ts';
export type { CamOptions } from './attribution/cam/class-activation-maps.ts';
export { gradCamPlusPlus } from './attribution/cam/grad-cam-plus-plus.ts';
export { gradCam } from './attribution/cam/grad-cam.ts';
export { layerCam } from './attribution/cam/layer-cam.ts';
export { scoreCam, type ScoreCamOptions } from './attribution/cam/score-cam.ts';
export { enlargeMap } from './attribution/enlarge-map.ts';
export { IMAGES_AT_A_TIME } from './attribution/image-chunks.ts';
export {
  type AttributionMethod,
  attributionMethod,
  ATTRIBUTION_METHODS,
  type AttributionMethodName,
  type AttributionOptions,
} from './attribution/methods/attribution-methods.ts';
export { type Colour, colourOf, type ColourScale } from './attribution/pictures/colour-scale.ts';
export {
  heatMapImage,
  type MapImageOptions,
  overlayImage,
} from './attribution/pictures/map-images.ts';
export { type ColourBarOptions, withColourBar } from './attribution/pictures/with-colour-bar.ts';
export type { BaselineImage } from './attribution/pixels/baseline-of.ts';
export {
  gradientTimesInput,
  type GradientTimesInputOptions,
} from './attribution/pixels/gradient-times-input.ts';
export { guidedBackprop } from './attribution/pixels/guided-backprop.ts';
export {
  type IntegratedGradients,
  integratedGradients,
  type IntegratedGradientsOptions,
} from './attribution/pixels/integrated-gradients.ts';
export { occlusion, type OcclusionOptions } from './attribution/pixels/occlusion.ts';
export { saliency } from './attribution/pixels/saliency.ts';
export { smoothGrad, type SmoothGradOptions } from './attribution/pixels/smooth-grad.ts';
export {
  type Neighbour,
  nearestNeighbours,
  nearestPairs,
  outliers,
} from './features/nearest-neighbours.ts';
export { umapLayout, type UmapOptions } from './features/umap-layout.ts';
export { svgToPng, type SvgToPngOptions } from './node/svg-to-png.ts';
export { contactSheet, type ContactSheetOptions, type Tile } from './pictures/contact-sheet.ts';
export { type Answer, calibration } from './plots/calibration.ts';
export { classBars } from './plots/class-bars.ts';
export { type ClassCount, classCountBars } from './plots/class-count-bars.ts';
export type { ClassScore } from './plots/class-score.ts';
export { confusionMatrix, type ConfusionMatrixOptions } from './plots/confusion-matrix.ts';
export {
  type CorruptionCurve,
  corruptionCurves,
  type CorruptionCurvesOptions,
} from './plots/corruption-curves.ts';
export { curvePanel, type CurvePanelOptions, type CurveQuantity } from './plots/curve-panel.ts';
export { featureMap, type FeatureMapOptions, type MapPoint } from './plots/feature-map.ts';
export { type GiveawayBar, giveaways, type GiveawaysOptions } from './plots/giveaways.ts';
export { learningCurves, type LearningCurvesOptions } from './plots/learning-curves.ts';
export { rateSweep, type RateSweepOptions, type SweepPoint } from './plots/rate-sweep.ts';
export { nameLinks } from './svg/name-links.ts';
export { renderSvg } from './svg/render-svg.ts';
export type { LayeredSpec } from './plots/spec.ts';
export { colours, themeConfig } from './svg/theme.ts';
export {
  comparedEvaluationsPage,
  type ComparedEvaluationsPage,
  type EvaluatedModel,
} from './report/compared-evaluations-page.ts';
export { evaluationPage, type EvaluationPage } from './report/evaluation-page.ts';
export type { SeenSection } from './report/data/seen-section.ts';
export { shownDuplicates } from './report/data/shown-duplicates.ts';
export { inspectionPage, type InspectionPage } from './report/inspection-page.ts';
export {
  featureMapPage,
  type FeatureMapPage,
  type MapPicture,
  type NearPair,
} from './report/feature-map-page.ts';
export { labelsPage, type LabelsPage } from './report/labels-page.ts';
export {
  PREDICTIONS_CONTENT,
  type PredictedClass,
  type PredictedPicture,
  predictionsPage,
  type PredictionsPage,
} from './report/predictions-page.ts';
export { pageContent } from './report/page.ts';
export { renderReport } from './report/render-report.ts';
export type {
  Baseline,
  DatasetSection,
  HealthSection,
  ModelPair,
  ReportData,
  ReproduceSection,
} from './report/data/report-data.ts';
export type { Command } from './report/data/command.ts';
export type {
  ConfusedImages,
  EvaluationSection,
  TopLoss,
} from './report/data/evaluation-section.ts';
export type { Fact } from './report/data/fact.ts';
export type {
  LayerRow,
  ModelPicture,
  ModelSection,
  RobustnessSection,
} from './report/data/model-section.ts';
export type { ExamplePicture, Thumbnail } from './report/data/thumbnail.ts';
export type {
  DoubtfulLabel,
  LabelsSection,
  MapSection,
  PlacedImage,
} from './report/data/labels-section.ts';
export { wilsonInterval } from './report/data/wilson-interval.ts';
export { ascendOctaves } from './ascent/ascend-octaves.ts';
export { ascend } from './ascent/ascend.ts';
export type {
  AscendOptions,
  Ascent,
  AscentEnd,
  AscentStep,
  AscentStyle,
} from './ascent/ascend-options.ts';
export type { AscentOptimiser } from './ascent/optimiser/optimiser.ts';
export type {
  FourierParametrisation,
  ImageStart,
  Parametrisation,
  PixelParametrisation,
  UniformStart,
} from './ascent/parameters/parametrisation.ts';
export type { Penalty } from './ascent/penalty/penalty.ts';
export { deprocessImage } from './ascent/picture/deprocess-image.ts';
export type { PictureStyle } from './ascent/picture/pictures-of.ts';
export { bookAscent, type BookOptions, modernAscent } from './ascent/presets.ts';
export type { Transform } from './ascent/transform/transform.ts';
