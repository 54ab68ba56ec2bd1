import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineOptimiser } from './define-optimiser.ts';

const optimiser = defineOptimiser({
  name: 'halving',
  learningRate: 0.25,
  fields: { factor: z.number().default(0.5) },
  slots: () => [],
  graphRule: () => (context) => context.weight,
  updateWeight: () => undefined,
});

test('has a schema with the name, the learning rate and the settings, in this order', () => {
  expect(JSON.stringify(optimiser.schema.parse({ factor: 2, name: 'halving' }))).toBe(
    '{"name":"halving","learningRate":0.25,"factor":2}',
  );
});

test('has a schema without a learning rate', () => {
  expect(optimiser.ruleSchema.parse({ name: 'halving' })).toEqual({ name: 'halving', factor: 0.5 });
  const { error } = optimiser.ruleSchema.safeParse({ name: 'halving', learningRate: 1 });
  expect(error?.issues[0]).toMatchObject({ code: 'unrecognized_keys', keys: ['learningRate'] });
});

test.each([{ name: 'doubling' }, { name: 'halving', learningRate: -1 }, { name: 'halving', a: 1 }])(
  'refuses %j',
  (options) => {
    expect(optimiser.schema.safeParse(options).success).toBe(false);
  },
);
