import { expect, test } from 'vitest';
import { EXPLAIN } from './explain.ts';

test('no message advises an option of the command line', () => {
  const context = {
    file: 'a',
    reason: 'b',
    first: 'c',
    known: ['d'],
    name: 'e',
    names: ['f'],
    kind: 'g',
  };
  for (const explain of Object.values(EXPLAIN)) {
    // any context makes a sentence: a missing field is printed as "undefined"
    const sentence = (explain as (context: object) => string)(context);
    expect(sentence).not.toMatch(/(?:^|\s)--\w/);
  }
});

test('the message uses the singular for one class and the plural for others', () => {
  const message = (classes: number) => EXPLAIN['folder-without-classes']({ folder: 'x', classes });
  expect(message(1)).toContain('1 class folder with images');
  expect(message(0)).toContain('0 class folders with images');
});

test('one image is counted in the singular', () => {
  expect(EXPLAIN['images-bad']({ count: 1, total: 1, first: 'c' })).toMatch(/^1 of 1 image cannot/);
  const small = { className: 'a', available: 1, requested: 1 };
  expect(EXPLAIN['class-too-small'](small)).toMatch(/^Class "a" has 1 image; /);
  const message = (images: number) =>
    EXPLAIN['class-unusable']({ className: 'a', images, first: 'c' });
  expect(message(1)).toBe('The only image of class "a" cannot be used (c)');
  expect(message(2)).toBe('None of the 2 images of class "a" can be used (first: c)');
});

test('unknown classes are named with similar ones, and the number of those beyond five', () => {
  const message = (names: readonly string[]) =>
    EXPLAIN['classes-unknown']({ source: 'x', names, known: ['Charlock', 'Maize'] });
  expect(message(['Charlok', 'Sugar beet'])).toBe(
    'The model does not have these classes of x: "Charlok" (did you mean "Charlock"?), "Sugar beet"',
  );
  expect(message(['1111', '2222', '3333', '4444', '5555', '6666'])).toMatch(/"5555" and 1 more$/);
});

test('another name is advised for that of a run, and to resume it if it is not finished', () => {
  const message = (isFinished: boolean) => EXPLAIN['run-exists']({ run: 'x', isFinished });
  expect(message(true)).toBe('There is a run x already; choose another name');
  expect(message(false)).toBe(
    'There is a run x already, which is not finished; choose another name, or resume it',
  );
});

test('images directly in a folder without class folders are counted', () => {
  const message = (direct: number) => EXPLAIN['folder-empty']({ folder: 'x', links: 0, direct });
  expect(message(0)).toBe('x holds no images in class folders');
  expect(message(80)).toBe(
    'x holds no images in class folders; 80 images lie directly in it: make one sub-folder for each class',
  );
});

test('states how many images are bad, and the reason of the first', () => {
  const first = 'Cannot decode a.png: empty';
  expect(EXPLAIN['images-bad']({ count: 2, total: 9, first })).toBe(
    '2 of 9 images cannot be used (first: Cannot decode a.png: empty)',
  );
});
