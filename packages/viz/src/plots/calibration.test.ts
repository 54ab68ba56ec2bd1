import { expect, test } from 'vitest';
import { renderSvg } from '../svg/render-svg.ts';
import { calibration } from './calibration.ts';

test('a reliability diagram has one point for each bin with images', async () => {
  const answers = [0.31, 0.33, 0.95, 1].map((probability) => ({ probability, correct: true }));
  const svg = await renderSvg(calibration(answers));
  expect(/mark-symbol[\s\S]*?<\/g>/.exec(svg)?.[0].split('<path').length).toBe(3);
});

/** The values that each layer of the diagram draws. */
function valuesOf(answers: Parameters<typeof calibration>[0]): unknown[] {
  const { layer } = calibration(answers) as { layer: { data: { values: unknown } }[] }; // the structure that `calibration` returns
  return layer.map(({ data }) => data.values);
}

test('answers are in ten bins by their probability, and a bin has their mean', () => {
  const [line, bins, points, counts] = valuesOf([
    { probability: 0.61, correct: true },
    { probability: 0.69, correct: false },
    { probability: 1, correct: true },
  ]);
  expect(line).toEqual([
    { confidence: 0, accuracy: 0 },
    { confidence: 1, accuracy: 1 },
  ]);
  expect(bins).toEqual([
    { confidence: expect.closeTo(0.65, 12), accuracy: 0.5, count: 2, few: true },
    { confidence: 1, accuracy: 1, count: 1, few: true },
  ]);
  expect(points).toEqual(bins);
  expect(counts).toEqual(bins);
});

test('without answers there is only the diagonal', () => {
  expect(valuesOf([]).slice(1)).toEqual([[], [], []]);
});

test('a bin of ten images is filled, and one of nine is hollow', () => {
  const bin = (probability: number, count: number) =>
    Array.from({ length: count }, () => ({ probability, correct: true }));
  const [, bins] = valuesOf([...bin(0.15, 9), ...bin(0.95, 10)]);
  expect(bins).toMatchObject([
    { count: 9, few: true },
    { count: 10, few: false },
  ]);
});
