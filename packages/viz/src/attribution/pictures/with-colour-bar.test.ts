import { expect, test } from 'vitest';
import { contactSheet } from '../../pictures/contact-sheet.ts';
import { withColourBar } from './with-colour-bar.ts';

const sheet = contactSheet([], { columns: 3, columnTitles: ['one', 'two', 'three'] });

test('the bar is below the picture, with a text at each end', () => {
  const height = Number(/height="(\d+)"/.exec(sheet)![1]);
  const svg = withColourBar(sheet, { scale: 'sequential', from: 'none <', to: 'most' });
  expect(Number(/height="(\d+)"/.exec(svg)![1])).toBe(height + 44);
  expect(svg).toContain(sheet);
  expect(svg).toContain('>none &lt;</text>');
  expect(svg).toContain('>most</text>');
  expect(svg.match(/fill="rgb/g)).toHaveLength(60);
});
