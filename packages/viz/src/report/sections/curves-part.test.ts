import { expect, test } from 'vitest';
import { model, names, textOf } from '../../../test/report.ts';
import { curvesPart } from './curves-part.ts';

test('the alternative texts have the last values', async () => {
  const { markup } = (await curvesPart(model('a', names(2)), 'm')) ?? { markup: '' };
  const plain = markup.replaceAll('\u00a0', ' ');
  expect(plain).toContain('in the end 1.000 in training, 1.100 in validation');
  expect(plain).toContain('in the end 60.0 % in training, 50.0 % in validation');
  expect(markup.match(/<figure/g)).toHaveLength(3);
});

test('label smoothing is said, with the least training loss that it allows', async () => {
  const section = model('a', names(2));
  const text = textOf((await curvesPart({ ...section, labelSmoothing: 0.2 }, 'm'))?.markup ?? '');
  expect(text).toContain('Label smoothing (0.2) raises the training loss');
  expect(text).toContain('below about 0.33'); // entropy of 0.9 and 0.1
  const without = await curvesPart({ ...section, labelSmoothing: 0 }, 'm');
  expect(textOf(without?.markup ?? '')).not.toContain('smoothing');
});

test('a run without an epoch has no curves', async () => {
  expect(await curvesPart({ ...model('a', names(2)), metrics: [] }, 'm')).toBeUndefined();
});
