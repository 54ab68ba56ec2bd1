import { expect, test } from 'vitest';
import { evaluation, names, PNG, textOf } from '../../../test/report.ts';
import { topLossesPart } from './top-losses-part.ts';

const worst = evaluation(names(2));

test('has the label, the prediction and both probabilities', () => {
  const text = textOf(topLossesPart(worst)?.markup ?? '');
  expect(text).toMatch(/class 0\s+0\.4 %\s+taken for class 1\s+98\.0 %\s+loss 5\.52/);
});

test('an image with a right prediction is recognised', () => {
  const topLosses = worst.topLosses.map((each) => ({ ...each, predicted: each.label }));
  const text = textOf(topLossesPart({ ...worst, topLosses })?.markup ?? '');
  expect(text).toContain('Right, with the smallest probabilities');
  expect(text).not.toMatch(/taken for|worst mistakes/);
});

test('mistakes come first, under a title of their own', () => {
  const right = worst.topLosses.map((each) => ({ ...each, predicted: each.label }));
  const topLosses = [...right, ...worst.topLosses];
  const text = textOf(topLossesPart({ ...worst, topLosses })?.markup ?? '');
  expect(text).toMatch(
    /worst mistakes.*taken for.*Right, with the smallest probabilities.*recognised/,
  );
});

test('the heat map of an image follows it, with a text of its own', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
  const [first, ...others] = worst.topLosses;
  const topLosses = [{ ...first!, image: png, heatMap: png }, ...others];
  const { markup } = topLossesPart({ ...worst, topLosses })!;
  expect(markup).toContain(
    `alt="the parts of ${first!.path} that raise the score of ${first!.predicted}"`,
  );
  expect(textOf(markup)).toContain('Grad-CAM');
  expect(textOf(topLossesPart(worst)!.markup)).not.toContain('Grad-CAM');
});

test('images with a heat map are in a gallery of their own, before the others', () => {
  const [first] = worst.topLosses;
  const mapped = { ...first!, path: 'mapped.png', heatMap: PNG };
  const plain = { ...first!, path: 'plain.png' };
  const { markup } = topLossesPart({ ...worst, topLosses: [mapped, plain] })!;
  const [, twofold = '', gallery = '', ...others] = markup.split('<ul class="gallery');
  expect(others).toEqual([]);
  expect(twofold).toMatch(/^ twofold"/);
  expect(twofold.match(/<img/g)).toHaveLength(2);
  expect(textOf(twofold)).toContain('mapped.png');
  expect(gallery.match(/<img/g)).toHaveLength(1);
  expect(textOf(gallery)).toContain('plain.png');
});

test('without losses there is no part', () => {
  expect(topLossesPart({ ...worst, topLosses: [] })).toBeUndefined();
});
