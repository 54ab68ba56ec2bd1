import { expect, test } from 'vitest';
import { folderName } from './folder-name.ts';

test.each([
  ['Maïs, 2 years', 'Maïs, 2 years'],
  ['wheat/barley?', 'wheat_barley_'],
  ['a\0b\\c', 'a_b_c'],
  ['..', '___'],
  ['.hidden', '_.hidden'],
  ['etc. ', 'etc__'],
  ['', '_'],
  ['nul.x', '_nul.x'],
  ['nullable', 'nullable'],
])('the class %j has the folder %j', (name, folder) => {
  expect(folderName(name)).toBe(folder);
});
