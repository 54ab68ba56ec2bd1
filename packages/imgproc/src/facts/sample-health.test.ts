import { assessHealth, type ExaminedImage } from '@sprout/core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { decode } from '../codec/decode.ts';
import { sniff } from '../codec/sniff.ts';
import { encodePng } from '../codec/encode-png.ts';
import { drawSeedling } from '../synthetic/draw-seedling.ts';
import { GIVEN_AWAY, planSample, type SeedlingPlan } from '../synthetic/plan-sample.ts';
import { examine } from './examine.ts';

const plans = planSample({ images: 20, size: 64 });
const classes = [...new Set(plans.map(({ className }) => className))];

async function examined(id: string, label: number, bytes: Uint8Array): Promise<ExaminedImage> {
  return { id, label, facts: examine({ bytes, header: sniff(bytes)! }, await decode(bytes, id)) };
}

function drawn(change: Partial<SeedlingPlan> = {}): Promise<ExaminedImage[]> {
  return Promise.all(
    plans.map(async (plan) =>
      examined(plan.id, plan.label, await encodePng(drawSeedling({ ...plan, ...change }))),
    ),
  );
}

test('the giveaway of the synthetic data set is found, in its class only', async () => {
  const { giveaways, findings } = assessHealth({ classes, images: await drawn(), bad: [] });
  const accused = giveaways.flatMap((giveaway) =>
    giveaway.classes.filter(({ suspicious }) => suspicious),
  );
  expect(new Set(accused.map(({ name }) => name))).toEqual(new Set([GIVEN_AWAY]));
  expect(giveaways.find(({ feature }) => feature === 'background')!.suspicious).toBe(true);
  expect(findings.filter(({ kind }) => kind !== 'giveaway')).toEqual([]);
}, 30_000);

test('without the giveaway the synthetic data set has no findings', async () => {
  const { duplicates, findings } = assessHealth({
    classes,
    images: await drawn({ paleSoil: false }),
    bad: [],
  });
  expect(duplicates).toEqual([]);
  expect(findings).toEqual([]);
}, 30_000);

test('copies are found when re-encoded, scaled or brightened, and other pictures are not', async () => {
  const originals = plans.filter(({ number }) => number <= 4);
  const bytes = await Promise.all(originals.map((plan) => encodePng(drawSeedling(plan))));
  const images = await Promise.all(
    originals.map(({ id, label }, at) => examined(id, label, bytes[at]!)),
  );
  const copies = await Promise.all(
    [
      sharp(bytes[0]).jpeg({ quality: 60 }),
      sharp(bytes[5]).resize(40, 40).png(),
      sharp(bytes[10]).linear(1.2, 10).png(),
      sharp(bytes[15]).webp({ lossless: true }),
    ].map(async (copy, at) =>
      examined(`copy-${at}`, images[at * 5]!.label, new Uint8Array(await copy.toBuffer())),
    ),
  );
  const { duplicates } = assessHealth({ classes, images: [...images, ...copies], bad: [] });
  expect(duplicates.map(({ ids }) => ids)).toEqual(
    [0, 5, 10, 15].map((at, copy) => [originals[at]!.id, `copy-${copy}`]),
  );
  expect(duplicates.map(({ kind }) => kind)).toEqual(['near', 'near', 'near', 'same-pixels']);
});
