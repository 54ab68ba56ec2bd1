import { expect, test } from 'vitest';
import { evaluation, names, PNG, textOf } from '../../../test/report.ts';
import { confusionPart } from './confusion-part.ts';

test('lists the six most frequent confusions', async () => {
  const { markup } = (await confusionPart(evaluation(names(12)), 'm'))!;
  expect(textOf(markup)).toContain('class 0 taken for class 1 3 of 12 (25.0 %)');
  expect(markup.match(/<li>/g)).toHaveLength(6);
  expect(textOf(markup)).toContain('The 6 most frequent of 11; the matrix has the others.');
});

test('says so if nothing was confused', async () => {
  const perfect = {
    ...evaluation(names(2)),
    confusion: [
      [9, 0],
      [0, 9],
    ],
  };
  const { markup } = (await confusionPart(perfect, 'm'))!;
  expect(textOf(markup)).toContain('Nothing: every image was recognised.');
});

test('cells and pairs lead to the pictures of the images that were confused', async () => {
  const images = [{ image: PNG, caption: 'class 0/<1>.png' }];
  const confused = [{ label: 0, predicted: 1, images }];
  const { markup } = (await confusionPart({ ...evaluation(names(12)), confused }, 'm'))!;
  expect(markup).toContain('id="m-confused-0-1"');
  expect(markup.match(/<a [^>]*href="#m-confused-0-1"/g)!.length).toBeGreaterThan(0);
  expect(markup).not.toContain('href="#m-confused-1-2"');
  expect(markup).not.toMatch(/href="(?!#m-confused)/);
  for (const [link] of markup.matchAll(/<a [^>]*>/g)) expect(link).toContain('tabindex="-1"');
  expect(markup).toContain('alt="class 0/&lt;1&gt;.png"');
  expect(textOf(markup)).toContain('5 more confusions');
});
