import type { EpochMetrics } from '@sprout/core';
import { lossRange, type LossRange } from './loss-range.ts';
import { counted, percentage } from '../text/format.ts';
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

const FEW_EPOCHS = 15;
const TITLES = { loss: 'Loss', accuracy: 'Accuracy', learningRate: 'Learning rate' } as const;

/**
 * One quantity over the epochs: lines for training and validation, a mark at the best epoch, and a line where a stage of the
 * training begins. Values that are not finite are left out.
 */
export function curvePanel(
  metrics: readonly EpochMetrics[],
  { quantity, best, width = 380, height = 210 }: CurvePanelOptions,
): LayeredSpec {
  const points = metrics.flatMap((row) => pointsOf(row, quantity));
  const marked = points.filter(({ epoch, subset }) => epoch === best && subset === 'validation');
  const range = quantity === 'loss' ? lossRange(points.map(({ value }) => value)) : undefined;
  const [first, last] = epochDomain(points.map(({ epoch }) => epoch));
  const late = best !== undefined && best > (first + last) / 2;
  return {
    title: range === undefined ? TITLES[quantity] : titleOf(range),
    width,
    height,
    layer: [
      lines(points, quantity, range),
      ...stageMarks(metrics, { labelled: quantity === 'learningRate' }),
      ...(marked[0] ? mark(marked[0], { quantity, late, height }) : []),
    ],
  };
}

function titleOf({ largest, above }: LossRange) {
  return {
    text: TITLES.loss,
    subtitle: `${counted(above, 'value')} up to ${largest.toFixed(1)} above the plot`,
    subtitleColor: colours.muted,
  };
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

function lines(
  points: readonly Point[],
  quantity: CurveQuantity,
  range: LossRange | undefined,
): Layer {
  const isRate = quantity === 'learningRate';
  const epochs = points.map(({ epoch }) => epoch);
  const few = new Set(epochs).size <= FEW_EPOCHS;
  return {
    data: { values: [...points] },
    mark: {
      type: 'line',
      clip: range !== undefined,
      color: colours.neutral,
      strokeWidth: isRate ? 1.5 : 2.25,
      strokeJoin: 'round',
      strokeCap: 'round',
      point:
        (few && !isRate) || epochs.length === 1
          ? { filled: true, size: 36, ...(isRate ? { color: colours.neutral } : {}) }
          : false,
    },
    encoding: {
      x: {
        field: 'epoch',
        type: 'quantitative',
        title: isRate ? null : 'epoch',
        scale: { domain: epochDomain(epochs), nice: false },
        axis: { grid: false, labels: !isRate, ...epochTicks(epochs) },
      },
      y: valueAxis(quantity, range),
      ...(isRate ? {} : { color: bySubset }),
    },
  };
}

function valueAxis(quantity: CurveQuantity, range: LossRange | undefined) {
  const free = { zero: quantity === 'learningRate', ...(range && { domainMax: range.top }) };
  return {
    field: 'value',
    type: 'quantitative' as const,
    title: null,
    scale: quantity === 'accuracy' ? { domain: [0, 1] } : free,
    // equal widths of labels align the panels
    axis: { ...VALUE_AXES[quantity], minExtent: 40, maxExtent: 40 },
  };
}

const VALUE_AXES = {
  loss: { format: '.2~f', tickCount: 5 },
  accuracy: { format: '.0%', tickCount: 5 },
  learningRate: {
    labelExpr: "datum.value === 0 ? '0' : format(datum.value, '.1~e')",
    tickCount: 2,
  },
};

const bySubset = {
  field: 'subset',
  type: 'nominal' as const,
  scale: { domain: ['training', 'validation'], range: [colours.training, colours.validation] },
  legend: { symbolType: 'stroke', symbolStrokeWidth: 3 },
};

interface MarkOptions {
  readonly quantity: CurveQuantity;
  /** Whether the point is in the right half. Its label is then to its left. */
  readonly late: boolean;
  readonly height: number;
}

function mark({ epoch, value }: Point, { quantity, late, height }: MarkOptions): Layer[] {
  const isAccuracy = quantity === 'accuracy';
  const shown = isAccuracy ? `${percentage(value)} %` : value.toFixed(3);
  const x = { field: 'epoch', type: 'quantitative' } as const;
  const y = { field: 'value', type: 'quantitative' } as const;
  const data = { values: [{ epoch, value, label: `best: epoch ${epoch}, ${shown}` }] };
  return [
    { data, mark: { type: 'rule', strokeDash: [3, 3] }, encoding: { x } },
    {
      data,
      mark: {
        type: 'point',
        filled: true,
        size: 90,
        opacity: 1,
        color: colours.validation,
        stroke: colours.paper,
        strokeWidth: 2,
      },
      encoding: { x, y },
    },
    {
      data,
      // in the corner without curves: the loss falls, and the accuracy rises
      mark: {
        type: 'text',
        align: late ? 'right' : 'left',
        dx: late ? -7 : 7,
        baseline: isAccuracy ? 'bottom' : 'top',
        color: colours.muted,
      },
      encoding: { x, y: { value: isAccuracy ? height - 6 : 4 }, text: { field: 'label' } },
    },
  ];
}

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
