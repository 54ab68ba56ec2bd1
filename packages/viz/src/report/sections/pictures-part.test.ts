import { expect, test } from 'vitest';
import { PNG, textOf } from '../../../test/report.ts';
import { picturesPart } from './pictures-part.ts';

test('shows each picture with its title', () => {
  const { markup } = picturesPart([{ title: 'conv3 <b>', image: PNG }])!;
  expect(markup).toMatch(/<img\s+src="data:image\/png/);
  expect(markup).toContain('alt="Pictures of conv3 &lt;b&gt;"');
  expect(textOf(markup)).toContain('What it looks for');
});

test('a file of another format is left out, and without pictures there is no part', () => {
  const svg = new TextEncoder().encode('<svg/>');
  expect(picturesPart([{ title: 'conv3', image: svg }])).toBeUndefined();
  expect(picturesPart()).toBeUndefined();
});
