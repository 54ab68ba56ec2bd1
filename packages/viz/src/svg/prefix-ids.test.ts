import { expect, test } from 'vitest';
import { prefixIds } from './prefix-ids.ts';

test('ids and all references to them are renamed', () => {
  const svg =
    '<svg><clipPath id="clip7"/><g clip-path="url(#clip7)"/><use xlink:href="#clip7"/><g id="x"/></svg>';
  expect(prefixIds(svg, 'a')).toBe(
    '<svg><clipPath id="a-0"/><g clip-path="url(#a-0)"/><use xlink:href="#a-0"/><g id="a-1"/></svg>',
  );
});

test('text that looks like an id is not changed', () => {
  const svg = '<svg><g id="one"/><text>a id="one" url(#one)</text></svg>';
  expect(prefixIds(svg, 'p')).toBe('<svg><g id="p-0"/><text>a id="one" url(#one)</text></svg>');
});
