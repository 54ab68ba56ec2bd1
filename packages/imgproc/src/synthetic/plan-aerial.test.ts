import { expect, test } from 'vitest';
import { GROUND, WEATHER } from './aerial-tags.ts';
import { planAerial } from './plan-aerial.ts';

const plans = planAerial({ images: 40, size: 16 });
const share = (tag: string): number =>
  plans.filter(({ weather, ground }) => [weather, ...ground].some((own) => own === tag)).length /
  plans.length;

test('there are as many images as classes times images', () => {
  expect(plans).toHaveLength(480);
  expect(new Set(plans.map(({ id }) => id)).size).toBe(480);
});

test('tags are about as frequent as the table says', () => {
  for (const [tag, wanted] of Object.entries<number>({ ...WEATHER, ...GROUND })) {
    expect(Math.abs(share(tag) - wanted), tag).toBeLessThan(0.06);
  }
});

test('clouds hide the ground', () => {
  const cloudy = plans.filter(({ weather }) => weather === 'cloudy');
  expect(cloudy.length).toBeGreaterThan(0);
  expect(cloudy.flatMap(({ ground }) => ground)).toEqual([]);
});

test('fewer classes leave out the rarest tags of the ground', () => {
  const few = planAerial({ classes: 6, images: 40, size: 16 });
  const tags = new Set(few.flatMap(({ ground }) => ground));
  expect([...tags].toSorted()).toEqual(['agriculture', 'primary']);
});
