import type { EpochMetrics } from '@sprout/core';
import { expect, test } from 'vitest';
import { renderSvg } from '../svg/render-svg.ts';
import { comparedCurves } from './compared-curves.ts';

const metrics = (...accuracies: number[]): EpochMetrics[] =>
  accuracies.map((validationAccuracy, epoch) => ({
    epoch: epoch + 1,
    step: epoch + 1,
    loss: 1,
    accuracy: 1,
    validationLoss: 1,
    validationAccuracy,
    learningRate: 0.1,
    imagesPerSecond: 1,
    dataWait: 0,
    seconds: 1,
  }));

const lines = (svg: string): number =>
  svg.match(/aria-roledescription="line mark"|<path[^>]*stroke-width="2\.25"/g)?.length ?? 0;

test('each training is a line with its name, also where names are markup', async () => {
  const svg = await renderSvg(
    comparedCurves([
      { name: 'small-cnn-1', metrics: metrics(0.2, 0.5, 0.7) },
      { name: '<b>', metrics: metrics(0.3, NaN, 0.4, 0.5) },
    ]),
  );
  expect(lines(svg)).toBe(2);
  expect(svg).toContain('>small-cnn-1</text>');
  expect(svg).toContain('>&lt;b&gt;</text>');
  expect(svg).not.toMatch(/NaN|<b>/);
});

test('more trainings than colours, and none', async () => {
  const many = Array.from({ length: 8 }, (_, at) => ({
    name: `run ${at}`,
    metrics: metrics(0.5, 0.6),
  }));
  expect(lines(await renderSvg(comparedCurves(many)))).toBe(8);
  expect(await renderSvg(comparedCurves([]))).toContain('Validation accuracy');
});
