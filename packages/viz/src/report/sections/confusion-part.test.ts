import { expect, test } from 'vitest';
import { evaluation, names, textOf } from '../../../test/report.ts';
import { confusionPart } from './confusion-part.ts';

test('lists the six most frequent confusions', async () => {
  const options = { id: 'm', names: names(12) };
  const { markup } = await confusionPart(evaluation(names(12)), options);
  expect(textOf(markup)).toContain('class 0 taken for class 1 3 of 12 (25.0 %)');
  expect(markup.match(/<li>/g)).toHaveLength(6);
});

test('says so if nothing was confused', async () => {
  const perfect = {
    ...evaluation(names(2)),
    confusion: [
      [9, 0],
      [0, 9],
    ],
  };
  const { markup } = await confusionPart(perfect, { id: 'm', names: names(2) });
  expect(textOf(markup)).toContain('Nothing: every image was recognised.');
});
