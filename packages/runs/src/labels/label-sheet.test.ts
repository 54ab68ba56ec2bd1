import { expect, test } from 'vitest';
import { labelSheet } from './label-sheet.ts';

const suspect = {
  path: 'train/Maize/field/1.png',
  label: 'Maize',
  suggested: 'Oak & elm',
  probability: 0.934,
  selfConfidence: 0.013,
  margin: -0.921,
};
const other = { ...suspect, path: 'train/Maize/2.png', probability: 0.5, selfConfidence: 0.4 };
const textsOf = (svg: string) =>
  Array.from(svg.matchAll(/<text [^>]*>([^<]*)</g), ([, line]) => line);

test('one image has a whole title, and both classes are named as what they are', () => {
  const svg = labelSheet({ suspects: [suspect], others: [], pngOf: () => Uint8Array.of(1) });
  const texts = textsOf(svg);
  const first = texts.indexOf('field/1.png');
  expect(texts.slice(0, first).join(' ')).toBe('Doubtful labels: the suspects first');
  expect(texts.slice(first)).toEqual([
    'field/1.png',
    'folder: Maize, 1\u00a0%',
    'suggested: Oak &amp;',
    'elm, 93\u00a0%',
    'suspect',
  ]);
});

test('the others follow the suspects; an image without a picture is left out', () => {
  const pngOf = (path: string) => (path.endsWith('1.png') ? undefined : Uint8Array.of(1));
  const shown = textsOf(labelSheet({ suspects: [suspect], others: [other], pngOf }));
  expect(shown).toContain('2.png');
  expect(shown).not.toContain('field/1.png');
  expect(shown).not.toContain('suspect');
});
