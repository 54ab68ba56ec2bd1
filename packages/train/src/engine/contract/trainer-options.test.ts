import { describe, expect, test } from 'vitest';
import type { UpdateRuleOptions } from '../../optimiser/optimiser-spec.ts';
import { trainerSettings } from './trainer-options.ts';

describe('trainerSettings', () => {
  test('fills in what is left out', () => {
    const settings = trainerSettings({});
    expect(settings).toMatchObject({ optimiser: { name: 'adam', beta1: 0.9 }, seed: 0 });
    expect(settings.threads).toBeGreaterThanOrEqual(1);
  });

  test('does not accept a learning rate, which each step has', () => {
    const optimiser = { name: 'sgd', learningRate: 0.1 } as unknown as UpdateRuleOptions;
    expect(() => trainerSettings({ optimiser })).toThrow(/The optimiser .*"learningRate"/);
  });

  test('refuses stages without layers, and rates that are not above 0', () => {
    expect(() => trainerSettings({ stages: [new Map()] })).toThrow('each with a layer');
    for (const rate of [0, -1, NaN, Infinity])
      expect(() => trainerSettings({ stages: [new Map([['conv', rate]])] })).toThrow(
        'the rate of conv must be a number above 0',
      );
    const stages = [new Map([['conv', 0.1]])];
    expect(trainerSettings({ stages }).stages).toBe(stages);
  });

  test('names the option that is out of range', () => {
    expect(() => trainerSettings({ seed: 0.5 })).toThrow('seed');
    expect(() => trainerSettings({ threads: 0 })).toThrow('threads');
    const optimiser = { name: 'sgd', momentum: 2 } as const;
    expect(() => trainerSettings({ optimiser })).toThrow('The optimiser');
  });
});
