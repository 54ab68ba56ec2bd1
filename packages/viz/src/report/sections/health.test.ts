import { expect, test } from 'vitest';
import { names, report, textOf } from '../../../test/report.ts';
import type { HealthSection } from '../data/report-data.ts';
import { health } from './health.ts';

const textAbout = async (found: HealthSection) =>
  textOf((await health(report(names(2), { health: found })))?.markup ?? '');

test('data that was not examined has no section', async () => {
  expect(await health(report(names(2)))).toBeUndefined();
});

test('empty lists say that nothing was found', async () => {
  const text = await textAbout({ bad: [], duplicates: [], giveaways: [], findings: [] });
  expect(text).toContain('Every file could be read.');
  expect(text).toContain('No picture occurs twice.');
});

test('bad images are listed with their reasons, at most 50', async () => {
  const bad = Array.from({ length: 51 }, (_, at) => ({ id: `a/${at}.png`, reason: 'empty' }));
  const text = await textAbout({ bad });
  expect(text).toContain('51 files that could not be used');
  expect(text).toContain('(the first 50)');
  expect(text).toMatch(/a\/ 49\.png/);
  expect(text).not.toMatch(/a\/ 50\.png/);
});

test('groups across the split come first, then groups across classes', async () => {
  const group = { kind: 'near', classes: ['a'], acrossSplit: false } as const;
  const text = await textAbout({
    duplicates: [
      { ...group, ids: ['one'] },
      { ...group, ids: ['two'], classes: ['a', 'b'] },
      { ...group, ids: ['three'], acrossSplit: true },
    ],
  });
  expect(text).toMatch(
    /three\s+both sides of the split.*two\s+different classes.*one\s+counts more than once/,
  );
});

test('suspicious features are named', async () => {
  const feature = { accuracy: 0.9, chance: 0.5, classes: [] };
  const giveaways = [
    { ...feature, feature: 'brightness', suspicious: true },
    { ...feature, feature: 'file type', suspicious: false },
  ];
  const text = await textAbout({ giveaways });
  expect(text).toContain('Suspicious: brightness .');
  expect(text).toContain('suspicious if its accuracy, less three standard errors, is more than');
  expect(await textAbout({ giveaways: giveaways.slice(1) })).toContain(
    'No property that was checked gives the class away.',
  );
});
