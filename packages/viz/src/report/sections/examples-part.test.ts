import { expect, test } from 'vitest';
import { PNG, textOf } from '../../../test/report.ts';
import { examplesPart } from './examples-part.ts';

test('an example has its class as caption and as alternative text', () => {
  const { markup } = examplesPart([{ image: PNG, caption: 'Fat <Hen>' }])!;
  expect(markup.match(/<img/g)).toHaveLength(1);
  expect(markup).toContain('alt="Fat &lt;Hen&gt;"');
  expect(textOf(markup)).toContain('Fat &lt;Hen&gt;');
  expect(markup).not.toContain('twofold');
});

test('an original is to the left of the prepared image', () => {
  const { markup } = examplesPart([{ image: PNG, original: PNG, caption: 'Maize' }])!;
  expect(markup).toMatch(/alt="Maize, as in the file".*alt="Maize, prepared"/s);
  expect(textOf(markup)).toContain('right: as the recipe prepares it');
});

test('without examples there is no part', () => {
  expect(examplesPart([])).toBeUndefined();
  expect(examplesPart()).toBeUndefined();
});
