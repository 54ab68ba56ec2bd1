import type { EpochMetrics } from '@sprout/core';
import { BEST_LABEL_HEIGHT, bestMark } from './best-mark.ts';
import { lossRange, type LossRange } from './loss-range.ts';
import { rateScale, type RateScale } from './rate-scale.ts';
import { counted } from '../text/format.ts';
import type { Layer, LayeredSpec } from './spec.ts';
import { colours } from '../svg/theme.ts';
import { stageMarks } from './stage-marks.ts';

export type CurveQuantity = 'loss' | 'accuracy' | 'learningRate';

export interface CurvePanelOptions {
  readonly quantity: CurveQuantity;
  /** The epoch to mark, from 1. */
  readonly best?: number | undefined;
  /** The size of the plotted area, in pixels. */
  readonly width?: number;
  readonly height?: number;
}

interface Point {
  readonly epoch: number;
  readonly subset: string;
  readonly value: number;
}

/** The axis of the values, if it is not the usual one. */
interface Ranges {
  readonly losses?: LossRange | undefined;
  readonly rates?: RateScale | undefined;
}

const FEW_EPOCHS = 15;
const LEGEND_OFFSET = 10;
const TITLES = { loss: 'Loss', accuracy: 'Accuracy', learningRate: 'Learning rate' } as const;

/**
 * One quantity over the epochs: lines for training and validation, a mark at the best epoch, and a line where a stage of the
 * training begins. Values that are not finite are left out. Of the learning rate, the value of an epoch is that of its last step.
 */
export function curvePanel(
  metrics: readonly EpochMetrics[],
  { quantity, best, width = 380, height = 210 }: CurvePanelOptions,
): LayeredSpec {
  const isRate = quantity === 'learningRate';
  const points = metrics.flatMap((row) => pointsOf(row, quantity));
  const marked = isRate
    ? undefined
    : points.find(({ epoch, subset }) => epoch === best && subset === 'validation');
  const ranges: Ranges = {
    losses: quantity === 'loss' ? lossRange(points.map(({ value }) => value)) : undefined,
    rates: isRate ? rateScale(metrics) : undefined,
  };
  const domain = epochDomain(points.map(({ epoch }) => epoch));
  const marks = isRate || marked === undefined ? [] : bestMark(marked, { quantity, domain });
  return {
    title: titleOf(quantity, ranges),
    width,
    height,
    layer: [
      lines(points, { quantity, ranges, offset: marks.length > 0 ? BEST_LABEL_HEIGHT : 0 }),
      ...stageMarks(metrics, { labelled: isRate }),
      ...marks,
    ],
  };
}

function titleOf(quantity: CurveQuantity, { losses, rates }: Ranges) {
  const text = TITLES[quantity];
  const subtitles = [
    losses && `${counted(losses.above, 'value')} up to ${losses.largest.toFixed(1)} above the plot`,
    quantity === 'learningRate' ? 'of the last step of each epoch' : undefined,
    rates?.isCut === true ? `rates below ${rates.domain[0]} are not shown` : undefined,
  ].filter((line) => line !== undefined);
  return subtitles.length === 0
    ? text
    : { text, subtitle: subtitles, subtitleColor: colours.muted };
}

function pointsOf(row: EpochMetrics, quantity: CurveQuantity): Point[] {
  const { epoch, loss, accuracy, validationLoss, validationAccuracy, learningRate } = row;
  const values = {
    loss: { training: loss, validation: validationLoss },
    accuracy: { training: accuracy, validation: validationAccuracy },
    learningRate: { rate: learningRate },
  }[quantity];
  return Object.entries(values)
    .filter(([, value]) => Number.isFinite(value))
    .map(([subset, value]) => ({ epoch, subset, value }));
}

interface LineOptions {
  readonly quantity: CurveQuantity;
  readonly ranges: Ranges;
  /** The free height between the legend and the plotted area. */
  readonly offset: number;
}

function lines(points: readonly Point[], { quantity, ranges, offset }: LineOptions): Layer {
  const isRate = quantity === 'learningRate';
  const epochs = points.map(({ epoch }) => epoch);
  const few = new Set(epochs).size <= FEW_EPOCHS;
  return {
    data: { values: [...points] },
    mark: {
      type: 'line',
      clip: ranges.losses !== undefined || ranges.rates !== undefined,
      color: colours.neutral,
      strokeWidth: isRate ? 1.5 : 2.25,
      strokeJoin: 'round',
      strokeCap: 'round',
      point: few
        ? { filled: true, ...(isRate ? { size: 20, color: colours.neutral } : { size: 36 }) }
        : false,
    },
    encoding: {
      x: {
        field: 'epoch',
        type: 'quantitative',
        title: 'epoch',
        scale: { domain: epochDomain(epochs), nice: false, padding: 9 }, // room for half of the best point
        axis: { grid: false, ...epochTicks(epochs) },
      },
      y: valueAxis(quantity, ranges),
      ...(isRate ? {} : { color: bySubset(LEGEND_OFFSET + offset) }),
    },
  };
}

function valueAxis(quantity: CurveQuantity, { losses, rates }: Ranges) {
  const free = { zero: quantity === 'learningRate', ...(losses && { domainMax: losses.top }) };
  const linear = quantity === 'accuracy' ? { domain: [0, 1] } : free;
  return {
    field: 'value',
    type: 'quantitative' as const,
    title: null,
    scale: rates ? { type: 'log' as const, domain: [...rates.domain] } : linear,
    // equal widths of labels align the panels
    axis: {
      ...VALUE_AXES[quantity],
      ...(rates && { values: [...rates.ticks], tickCount: rates.ticks.length }),
      minExtent: 40,
      maxExtent: 40,
    },
  };
}

const VALUE_AXES = {
  loss: { format: '.2~f', tickCount: 5 },
  accuracy: { format: '.0%', tickCount: 5 },
  learningRate: {
    labelExpr: "datum.value === 0 ? '0' : format(datum.value, '.1~e')",
    tickCount: 3,
  },
};

const bySubset = (offset: number) => ({
  field: 'subset',
  type: 'nominal' as const,
  scale: { domain: ['training', 'validation'], range: [colours.training, colours.validation] },
  legend: { symbolType: 'stroke', symbolStrokeWidth: 3, offset },
});

function epochTicks(epochs: readonly number[]) {
  const only = epochs[0];
  return only !== undefined && epochs.every((epoch) => epoch === only)
    ? { format: 'd', values: [only] }
    : { format: 'd', tickMinStep: 1, tickCount: 8 };
}

function epochDomain(epochs: readonly number[]): [number, number] {
  if (epochs.length === 0) return [0, 1];
  const first = epochs.reduce((least, epoch) => Math.min(least, epoch), Infinity);
  const last = epochs.reduce((most, epoch) => Math.max(most, epoch), -Infinity);
  return last > first ? [first, last] : [first - 1, first + 1];
}
