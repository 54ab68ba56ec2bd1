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
export { curvePanel, type CurvePanelOptions, type CurveQuantity } from './plots/curve-panel.ts';
export { featureMap, type FeatureMapOptions, type MapPoint } from './plots/feature-map.ts';
export { type GiveawayBar, giveaways, type GiveawaysOptions } from './plots/giveaways.ts';
export { learningCurves, type LearningCurvesOptions } from './plots/learning-curves.ts';
export { rateSweep, type RateSweepOptions, type SweepPoint } from './plots/rate-sweep.ts';
export { renderSvg } from './svg/render-svg.ts';
export type { LayeredSpec } from './plots/spec.ts';
export { colours, themeConfig } from './svg/theme.ts';
export { featureMapPage, type FeatureMapPage, type MapPicture } from './report/feature-map-page.ts';
export { type DoubtfulLabel, labelsPage, type LabelsPage } from './report/labels-page.ts';
export { renderReport } from './report/render-report.ts';
export type {
  Baseline,
  Command,
  DatasetSection,
  EvaluationSection,
  Fact,
  HealthSection,
  LayerRow,
  ModelSection,
  ReportData,
  ReproduceSection,
  Thumbnail,
  TopLoss,
} from './report/data/report-data.ts';
export { wilsonInterval } from './report/data/wilson-interval.ts';
