import type { EpochMetrics } from '@sprout/core';
import { expect, test } from 'vitest';
import { renderSvg } from '../svg/render-svg.ts';
import { learningCurves } from './learning-curves.ts';
import { stageMarks } from './stage-marks.ts';

const metricsOf = (stages: readonly (number | undefined)[]): EpochMetrics[] =>
  stages.map((stage, at) => ({
    epoch: at + 1,
    step: at,
    loss: 1,
    accuracy: 0.5,
    validationLoss: 1,
    validationAccuracy: 0.5,
    learningRate: 0.1,
    imagesPerSecond: 1,
    dataWait: 0,
    seconds: 1,
    ...(stage !== undefined && { stage }),
  }));

test('a line stands before the first epoch of each stage but the first', () => {
  const marks = stageMarks(metricsOf([1, 1, 2, 3]), { labelled: true });
  expect(marks).toHaveLength(2);
  const values = [
    { epoch: 2.5, label: 'stage 2' },
    { epoch: 3.5, label: 'stage 3' },
  ];
  for (const mark of marks) expect(mark).toMatchObject({ data: { values } });
  expect(stageMarks(metricsOf([1, 2]), { labelled: false })).toHaveLength(1);
});

test('a training without stages has no lines', () => {
  expect(stageMarks(metricsOf([undefined, undefined]), { labelled: true })).toEqual([]);
});

test('the learning curves name the stages', async () => {
  expect(await renderSvg(learningCurves(metricsOf([1, 2])))).toContain('stage 2');
  expect(await renderSvg(learningCurves(metricsOf([undefined, undefined])))).not.toContain('stage');
});
