import { expect, test } from 'vitest';
import { bestMark } from './best-mark.ts';

test.each([
  [1, 'left'],
  [5, 'center'],
  [10, 'right'],
])('the label of epoch %i of ten is aligned %s', (epoch, align) => {
  const [rule, point, text] = bestMark(
    { epoch, value: 0.5 },
    { quantity: 'accuracy', domain: [1, 10] },
  );
  expect(text).toMatchObject({ mark: { align }, encoding: { y: { value: -4 } } });
  const values = [{ epoch, value: 0.5, label: `best: epoch ${epoch}, 50.0 %` }];
  for (const layer of [rule, point, text]) expect(layer).toMatchObject({ data: { values } });
});
