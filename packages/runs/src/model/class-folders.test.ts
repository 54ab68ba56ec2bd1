import { expect, test } from 'vitest';
import { classFolders } from './class-folders.ts';

test.each([
  ['case', ['Maize', 'maize', 'MAIZE'], ['Maize', 'maize-2', 'MAIZE-3']],
  ['the Unicode form', ['Pr\u00EAle', 'Pre\u0302le'], ['Pr\u00EAle', 'Pre\u0302le-2']],
  ['a forbidden character', ['a:b', 'a_b'], ['a_b', 'a_b-2']],
  ['nothing, when one has a number', ['Elm', 'elm', 'elm-2'], ['Elm', 'elm-3', 'elm-2']],
])('names that differ in %s have folders of their own', (_what, classes, folders) => {
  expect(classes.map(classFolders(classes))).toEqual(folders);
});

test('a class keeps its folder in any order of the files, and other names follow', () => {
  const folderOf = classFolders(['Elm', 'elm']);
  expect(['elm', 'Elm', 'unknown', 'ELM', 'elm'].map(folderOf)).toEqual([
    'elm-2',
    'Elm',
    'unknown',
    'ELM-3',
    'elm-2',
  ]);
});
