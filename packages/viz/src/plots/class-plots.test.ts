import { expect, test } from 'vitest';
import { calibration } from './calibration.ts';
import { classBars } from './class-bars.ts';
import { classCountBars } from './class-count-bars.ts';
import { giveaways } from './giveaways.ts';
import { renderSvg } from '../svg/render-svg.ts';
import { colours } from '../svg/theme.ts';

/** The labels in the order in which they are drawn. */
function order(svg: string, labels: readonly string[]): string[] {
  for (const label of labels) expect(svg).toContain(`>${label}<`);
  return labels.toSorted((a, b) => svg.indexOf(`>${a}<`) - svg.indexOf(`>${b}<`));
}

test('class bars are sorted by F1 and name each class with its images', async () => {
  const svg = await renderSvg(
    classBars([
      { name: 'Maize', precision: 0.5, recall: 0.25, f1: 0.333, support: 12 },
      { name: 'Cleavers', precision: 1, recall: 1, f1: 1, support: 9 },
    ]),
  );
  expect(order(svg, ['Maize (12)', 'Cleavers (9)'])).toEqual(['Cleavers (9)', 'Maize (12)']);
  for (const label of ['1.00', '0.33', 'F1', 'precision', 'recall'])
    expect(svg).toContain(`>${label}<`);
});

test('class counts are sorted by size and end in the sum', async () => {
  const svg = await renderSvg(
    classCountBars([
      { name: 'few', training: 3, validation: 2 },
      { name: 'many', training: 1000, validation: 234 },
    ]),
  );
  expect(order(svg, ['few', 'many'])).toEqual(['many', 'few']);
  expect(svg).toContain('>1,234<');
  expect(svg).toContain('>5<');
});

test('giveaways show the suspicious in the colour of mistakes, and chance', async () => {
  const features = [
    { feature: 'border colour', accuracy: 0.41, suspicious: true },
    { feature: 'image size', accuracy: 0.08, suspicious: false },
  ];
  const svg = await renderSvg(giveaways(features, { chance: 1 / 12 }));
  expect(svg.split(`fill="${colours.wrong}"`)).toHaveLength(2);
  for (const label of ['border colour', 'image size', '41%', '8%'])
    expect(svg).toContain(`>${label}<`);
  expect(svg).toContain('chance, 8.3 %');
});

test('a reliability diagram has one point for each filled bin', async () => {
  const answers = [0.31, 0.33, 0.95, 1].map((probability) => ({ probability, correct: true }));
  const svg = await renderSvg(calibration(answers));
  expect(/mark-symbol[\s\S]*?<\/g>/.exec(svg)?.[0].split('<path').length).toBe(3);
});

test('long lists are cut in the middle, and say so', async () => {
  const counts = Array.from({ length: 100 }, (_, number) => ({
    name: `class ${number}`,
    training: 1000 - number,
    validation: 0,
  }));
  const svg = await renderSvg(classCountBars(counts));
  expect(svg).toContain('the first and the last 30 of 100 classes');
  expect(svg).toContain('>class 29<');
  expect(svg).not.toContain('>class 30<');
  expect(svg).toContain('>class 70<');
});
