import { expect, test } from 'vitest';
import { pathCode } from './path-code.ts';

test('a path can break after its slashes', () => {
  expect(pathCode('photos/Maize/1.png').markup).toBe(
    '<code class="path"><bdi>photos/<wbr />Maize/<wbr />1.png</bdi></code>',
  );
});

test('the parts of a path are escaped', () => {
  expect(pathCode('<b>/&c').markup).toContain('&lt;b&gt;/<wbr />&amp;c');
});
