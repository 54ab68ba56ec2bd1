import { describe, expect, test } from 'vitest';
import { createBase } from '../create-base.ts';
import { outlineWithHead } from './base-with-head.ts';
import { headWithClasses } from './head-with-classes.ts';
import { stageRates } from './stage-rates.ts';
import { type StageSpec, stageSchema } from './stage-schema.ts';

const base = createBase('mobilenet-v1', {
  height: 64,
  width: 64,
  pooling: 'avg',
  parameters: { alpha: 0.25 },
});
const model = outlineWithHead(base, { head: headWithClasses(base, { classes: 3 }) });

function ratesOf(stage: Partial<StageSpec>) {
  return stageRates(base, { model, stage: { trainable: 'all', batchNorm: 'trained', ...stage } });
}

describe('stageRates', () => {
  test('trains the head only, or a part of the base with it', () => {
    expect([...ratesOf({ trainable: 'head' })]).toEqual([['classes', 1]]);
    const part = ratesOf({ trainable: 'from:conv_pw_13' });
    expect([...part.keys()]).toEqual([
      'conv_pw_13',
      'conv_pw_13_bn',
      'conv_pw_13_relu',
      'avg_pool',
      'classes',
    ]);
  });

  test('leaves the batch normalisation of the base frozen', () => {
    const rates = ratesOf({ batchNorm: 'frozen' });
    expect(rates.has('conv1')).toBe(true);
    expect([...rates.keys()].filter((name) => name.endsWith('_bn'))).toEqual([]);
  });

  test('decays with each group of layers away from the head', () => {
    const rates = ratesOf({ rates: { decay: 0.5 } });
    const names = ['classes', 'conv_pw_13', 'conv_dw_12', 'conv_pw_11', 'conv_pw_11_bn', 'conv1'];
    expect(names.map((name) => rates.get(name))).toEqual([1, 0.5, 0.5, 0.25, 0.25, 0.5 ** 5]);
  });

  test('has given factors, each from its layer on', () => {
    const rates = ratesOf({
      rates: [
        { from: 'conv_pw_12', factor: 0.5 },
        { from: 'conv_dw_2', factor: 0.1 },
      ],
    });
    const names = ['conv1', 'conv_dw_2', 'conv_dw_12', 'conv_pw_12', 'conv_pw_13', 'classes'];
    expect(names.map((name) => rates.get(name))).toEqual([1, 0.1, 0.1, 0.5, 0.5, 1]);
  });

  test('names a layer that the base does not have', () => {
    expect(() => ratesOf({ trainable: 'from:conv9' })).toThrow('it has no layer conv9');
    const rates = [{ from: 'classes', factor: 2 }];
    expect(() => ratesOf({ rates })).toThrow('it has no layer classes');
  });
});

test('a stage has fields of its own only', () => {
  expect(stageSchema.parse({ trainable: 'head' })).toEqual({
    trainable: 'head',
    batchNorm: 'frozen',
  });
  for (const wrong of [{ trainable: 'top' }, { rates: { decay: 2 } }, { rates: [] }, { epochs: 0 }])
    expect(stageSchema.safeParse({ trainable: 'all', ...wrong }).success).toBe(false);
});
