import { expect, test } from 'vitest';
import { makeZip } from '../../../../../tools/make-zip.ts';
import { byteSource } from '../../bytes/byte-source.ts';
import { readZip } from '../zip/read-zip.ts';
import { listExamples } from './list-examples.ts';

function listed(...names: readonly string[]) {
  const source = byteSource(
    makeZip(names.map((name) => ({ name, bytes: Uint8Array.of(1) }))),
    'x.tm',
  );
  return listExamples(source, readZip(source));
}

test('the class is the text before the last separator', () => {
  const { examples, others } = listed('a-!-b-!-12.jpg', ' ö /x-!-0.PNG', 'manifest.json', ' ö /');
  expect(examples).toEqual([
    { entry: 'a-!-b-!-12.jpg', className: 'a-!-b', id: 'a-!-b/12.jpg' },
    { entry: ' ö /x-!-0.PNG', className: ' ö /x', id: ' ö _x/0.png' },
  ]);
  expect(others).toEqual([]);
});

test('entries that are not images of a class are listed', () => {
  const others = [
    '-!-0.jpg',
    'a-!-0.zip',
    'a-!-x.jpg',
    'a-!-0.jpg/b',
    'a-0.jpg',
    '__MACOSX/._a-!-0.jpg',
  ];
  expect(listed(...others)).toEqual({ examples: [], others });
});

test('classes whose folders would be equal on some system have numbered folders, whatever their order', () => {
  const names = ['tulip-!-0.jpg', 'Tulip-!-0.jpg', 'a?-!-0.jpg', 'a*-!-0.jpg'];
  for (const order of [names, names.toReversed()]) {
    const ids = new Map(listed(...order).examples.map(({ className, id }) => [className, id]));
    expect(ids).toEqual(
      new Map([
        ['Tulip', 'Tulip/0.jpg'],
        ['tulip', 'tulip-2/0.jpg'],
        ['a*', 'a_/0.jpg'],
        ['a?', 'a_-2/0.jpg'],
      ]),
    );
  }
});

test('two examples with one path, and a class name that is too long for a folder, are refused', () => {
  expect(() => listed('a-!-0.jpg', 'a-!-0.JPG')).toThrow(
    'x.tm is damaged or of another format: its entries a-!-0.jpg and a-!-0.JPG are the same example',
  );
  expect(() => listed(`${'ö'.repeat(128)}-!-0.jpg`)).toThrow('has 256 bytes; the limit is 255');
});
