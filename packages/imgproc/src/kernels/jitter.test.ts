import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { blendTable } from './blend-table.ts';
import { jitter } from './jitter.ts';
import { lookUp } from './look-up.ts';
import { meanLuminance } from './luminance.ts';
import { saturate } from './saturate.ts';
import { turnHue } from './turn-hue.ts';
import { identityTable } from './value-tables.ts';

const source = images.noise(5, 7);
const amounts = { brightness: 1.4, contrast: 0.6, saturation: 1.7, hue: 0.2 };

test('changes come in the given order', () => {
  const bright = lookUp(source, blendTable(0, 1.4));
  const mean = meanLuminance(bright, identityTable());
  const contrasted = lookUp(bright, blendTable(mean, 0.6));
  expect(jitter(source, { order: ['brightness', 'contrast'], ...amounts })).toEqual(contrasted);
  const order = ['brightness', 'contrast', 'hue', 'saturation'] as const;
  expect(jitter(source, { order, ...amounts })).toEqual(saturate(turnHue(contrasted, 51), 1.7));
});

test('without a change the pixels stay as they are', () => {
  expect(jitter(source, { order: [], ...amounts })).toEqual(source);
});
