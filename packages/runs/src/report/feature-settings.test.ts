import { expect, test } from 'vitest';
import { configSchema } from '../config/config-schema.ts';
import { featureSettings } from './feature-settings.ts';

const { data } = configSchema.parse({});
const valueOf = (features?: string) =>
  featureSettings({ data: { ...data, folder: 'photos', features } }).map(({ value }) => value);

test('a report says where the features of a head are from', () => {
  expect(valueOf('auto')).toEqual(['computed once']);
  expect(valueOf('/data/my store')).toEqual(['of the store my store']);
  expect([valueOf('none'), valueOf()]).toEqual([[], []]);
});
