import type { Samples } from '@sprout/core';
import { expect, test } from 'vitest';
import { datasetOf } from '../../test/dataset-of.ts';
import { innerSplit } from './inner-split.ts';

const dataset = datasetOf({ oak: 20, elm: 10 });
const options = { validation: { fraction: 0.2 }, validationBy: 'random', seed: 1 } as const;
const idsOf = (samples: Samples): string[] => Array.from(samples, ({ id }) => id);

test('the validation images of the split are put aside', () => {
  const outer = innerSplit(dataset, options);
  expect(outer.dataset).toBe(dataset);
  expect(outer.validation.length).toBe(6);
  const inner = innerSplit(dataset, { ...options, innerValidation: { fraction: 0.25 } });
  expect(idsOf(inner.dataset.samples)).toEqual(idsOf(outer.training));
  expect(inner.validation.length).toBe(6); // 4 of 16 oaks, 2 of 8 elms
  expect(inner.training.length).toBe(18);
  const aside = new Set(idsOf(outer.validation));
  expect([...idsOf(inner.training), ...idsOf(inner.validation)].some((id) => aside.has(id))).toBe(
    false,
  );
});

test('images of one group stay together in the inner split', () => {
  const groups = (id: string): string => String(Number(/\d+/.exec(id)?.[0]) % 5);
  const own = { ...options, groups, innerValidation: { fraction: 0.3 } };
  const { training, validation } = innerSplit(dataset, own);
  const trained = new Set(idsOf(training).map(groups));
  expect(validation.length).toBeGreaterThan(0);
  expect(idsOf(validation).some((id) => trained.has(groups(id)))).toBe(false);
});

test('the share of the inner split holds where the outer one is chosen by hash', () => {
  const hashed = { validation: { perClass: 2 }, validationBy: 'hash', seed: 1 } as const;
  const inner = innerSplit(dataset, { ...hashed, innerValidation: { fraction: 0.5 } });
  expect(inner.validation.length).toBe(13); // half of 18 and half of 8
});
