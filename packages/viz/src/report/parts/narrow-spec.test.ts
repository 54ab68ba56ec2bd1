import { expect, test } from 'vitest';
import { narrowSpec } from './narrow-spec.ts';

const plot = { data: { values: [] }, mark: 'bar', encoding: {} } as const;

test('the plotted area is narrower by what is too much', () => {
  expect(narrowSpec({ ...plot, width: 460 }, 600)).toMatchObject({ mark: 'bar', width: 190 });
});

test('a plotted area keeps a least width', () => {
  expect(narrowSpec({ ...plot, width: 300 }, 900)).toMatchObject({ width: 110 });
});

test('a plot whose width is no number stays as it is', () => {
  expect(narrowSpec({ ...plot, width: { step: 20 } }, 600)).toBeUndefined();
  expect(narrowSpec(plot, 600)).toBeUndefined();
});
