import { expect, test } from 'vitest';
import { optimiserSchema, updateRuleSchema } from './optimiser-spec.ts';

test('fills in the defaults of Keras, in the order in which run records list them', () => {
  const parsed = ['sgd', 'adam', 'adamw', 'rmsprop'].map((name) =>
    JSON.stringify(optimiserSchema.parse({ name })),
  );
  expect(parsed).toEqual([
    '{"name":"sgd","learningRate":0.01,"momentum":0,"nesterov":false}',
    '{"name":"adam","learningRate":0.001,"beta1":0.9,"beta2":0.999,"epsilon":1e-7}',
    '{"name":"adamw","learningRate":0.001,"beta1":0.9,"beta2":0.999,"epsilon":1e-7,"weightDecay":0.004}',
    '{"name":"rmsprop","learningRate":0.001,"rho":0.9,"momentum":0,"epsilon":1e-7}',
  ]);
});

test.each([
  { name: 'sgd', momentum: 1.5 },
  { name: 'sgd', beta1: 0.9 },
  { name: 'adam', weightDecay: 0.1 },
  { name: 'adam', learningRate: 0 },
  { name: 'lion' },
])('refuses %j', (options) => {
  expect(optimiserSchema.safeParse(options).success).toBe(false);
});

test('an update rule has the same settings without a learning rate', () => {
  for (const name of ['sgd', 'adam', 'adamw', 'rmsprop']) {
    const { learningRate, ...settings } = optimiserSchema.parse({ name });
    expect(learningRate).toBeGreaterThan(0);
    expect(updateRuleSchema.parse({ name })).toEqual(settings);
  }
});

test('an update rule refuses a learning rate, which it would not use', () => {
  const { error } = updateRuleSchema.safeParse({ name: 'adam', learningRate: 0.1 });
  expect(error?.message).toContain('learningRate');
});
