import { expect, test } from 'vitest';
import { textOf } from '../../../test/report.ts';
import { ratesPart } from './rates-part.ts';

const steps = [1e-5, 1e-4, 1e-3].map((rate) => ({ rate, loss: 2, smoothed: 2 }));

test('tells the suggestion and the rate that was used', async () => {
  const part = await ratesPart({ steps, suggestion: 0.000_234, used: 0.001 }, 'm');
  expect(textOf(part!.markup)).toContain(
    'The suggested learning rate is 0.00023; this training used 0.001.',
  );
  expect(part!.markup).toContain('<svg');
});

test('without a sweep there is no part', async () => {
  expect(await ratesPart(undefined, 'm')).toBeUndefined();
});
