import { expect, test } from 'vitest';
import type { Giveaway } from '../report/health-report.ts';
import { giveawayFindings } from './giveaway-findings.ts';

const giveaway = (change: Partial<Giveaway>): Giveaway => ({
  feature: 'brightness',
  accuracy: 0.6,
  chance: 0.5,
  suspicious: true,
  classes: [],
  ...change,
});

test('a feature that is not suspicious makes no finding', () => {
  expect(giveawayFindings([giveaway({ suspicious: false })])).toEqual([]);
});

test('from half of the way between guessing and certainty on it is a problem, below a warning', () => {
  const severity = (accuracy: number) => giveawayFindings([giveaway({ accuracy })])[0]?.severity;
  expect(severity(0.74)).toBe('warning');
  expect(severity(0.75)).toBe('problem');
});

test('names the classes that are given away', () => {
  const classes = [
    { name: 'Maize', area: 0.97, suspicious: true },
    { name: 'Cleavers', area: 0.6, suspicious: false },
  ];
  const [finding] = giveawayFindings([giveaway({ classes })]);
  expect(finding?.classes).toEqual(['Maize']);
  expect(finding?.sentence).toMatch(
    /^Maize \(0\.97 of 1\) can be told from the rest by brightness/,
  );
  expect(finding?.sentence).toContain('60 % of cases, and a guess in 50 %');
});

test('without a suspicious class the sentence is about all classes', () => {
  const [finding] = giveawayFindings([giveaway({ feature: 'file type' })]);
  expect(finding?.sentence).toMatch(/^The class can be guessed from file type alone; /);
});
