import type { TopLevelSpec } from 'vega-lite';
import type { Layer } from './spec.ts';
import { colours } from '../svg/theme.ts';

/** The prediction of a model for one image: the probability of the predicted class, and whether it is the true class. */
export interface Answer {
  readonly probability: number;
  readonly correct: boolean;
}

interface Bin {
  readonly confidence: number;
  readonly accuracy: number;
  readonly count: number;
  /** Whether it has too few images: the accuracy is mostly chance. */
  readonly few: boolean;
}

const BINS = 10;
/** The fewest images of a filled point: with 10 images the standard error of the accuracy is up to 16 %. */
export const FEWEST_IN_BIN = 10;
const X_TITLE = 'mean probability';
const Y_TITLE = 'accuracy';

/**
 * A reliability diagram: the accuracy of a model, by the probability of the predicted class. On the diagonal the two are equal;
 * below it the model is overconfident. A point has the number of its images beside it and grows with it; below
 * {@link FEWEST_IN_BIN} images it is hollow.
 *
 * @see Guo et al. 2017, "On Calibration of Modern Neural Networks", arXiv:1706.04599 (10 bins of equal width).
 */
export function calibration(answers: readonly Answer[]): TopLevelSpec {
  const bins = calibrationBins(answers);
  const encoding = shares();
  const line = [0, 1].map((end) => ({ confidence: end, accuracy: end }));
  return {
    width: 300,
    height: 300,
    layer: [
      {
        data: { values: line },
        mark: { type: 'line', strokeDash: [4, 3], strokeWidth: 1.5, color: colours.muted },
        encoding,
      },
      {
        data: { values: bins },
        mark: { type: 'line', color: colours.pale, strokeWidth: 2 },
        encoding,
      },
      ...points(bins),
    ],
  };
}

/** The bins as points, with the numbers of their images. */
function points(bins: readonly Bin[]): Layer[] {
  const encoding = shares();
  return [
    {
      data: { values: [...bins] },
      mark: {
        type: 'point',
        filled: true,
        opacity: 1,
        stroke: colours.validation,
        strokeWidth: 1.5,
      },
      encoding: {
        ...encoding,
        fill: { field: 'few', type: 'nominal', scale: FILLS, legend: null },
        size: {
          field: 'count',
          type: 'quantitative',
          scale: { range: [30, 260], zero: true },
          legend: null,
        },
      },
    },
    {
      data: { values: [...bins] },
      mark: { type: 'text', dy: -14, fontSize: 10, color: colours.ink },
      encoding: { ...encoding, text: { field: 'count', type: 'quantitative' } },
    },
  ];
}

const FILLS = { domain: [false, true], range: [colours.validation, colours.paper] };

function shares() {
  return { x: shareAxis('confidence', X_TITLE), y: shareAxis('accuracy', Y_TITLE) };
}

function shareAxis(field: keyof Bin, title: string) {
  return {
    field,
    title,
    type: 'quantitative' as const,
    scale: { domain: [0, 1] },
    axis: { format: '.0%', tickCount: 5 },
  };
}

function calibrationBins(answers: readonly Answer[]): Bin[] {
  const groups = Array.from({ length: BINS }, (): Answer[] => []);
  for (const answer of answers) {
    groups[Math.min(BINS - 1, Math.floor(answer.probability * BINS))]?.push(answer);
  }
  return groups
    .filter(({ length }) => length > 0)
    .map((members) => ({
      confidence: members.reduce((sum, { probability }) => sum + probability, 0) / members.length,
      accuracy: members.filter(({ correct }) => correct).length / members.length,
      count: members.length,
      few: members.length < FEWEST_IN_BIN,
    }));
}
