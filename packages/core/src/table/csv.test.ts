import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCsv, parseCsv, spreadsheetSafe } from './csv.ts';

const awkward = fc.constantFrom(
  ',',
  '"',
  '\n',
  '\r',
  "'",
  '=',
  '+',
  '-',
  '@',
  '\t',
  'a',
  'é',
  '🌱',
  ' ',
);
const cell = fc.oneof(fc.string({ unit: awkward }), fc.string({ unit: 'binary' }));
const row = fc.array(cell, { minLength: 2, maxLength: 5 });

test('reads the rows that were written', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(parseCsv(formatCsv(rows))).toEqual(rows);
    }),
  );
});

test('quotes commas, quotes and line ends, and nothing else', () => {
  expect(formatCsv([['a,b', 'say "hi"', 'two\nlines', 'plain text']])).toBe(
    '"a,b","say ""hi""","two\nlines",plain text\n',
  );
});

test('text that looks like a formula or begins with an apostrophe is written as it is', () => {
  for (const text of ['=1+1', '-1', '-x.jpg', "'=x", "'tis"]) {
    expect(formatCsv([[text, 'a']])).toBe(`${text},a\n`);
    expect(parseCsv(`${text},a\n`)).toEqual([[text, 'a']]);
  }
});

test.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])(
  '%j can be made safe for spreadsheets',
  (text) => {
    expect(spreadsheetSafe(text)).toBe(`'${text}`);
  },
);

test('other text and numbers are safe for spreadsheets', () => {
  expect(['a-b', "'=x", '', -1].map(spreadsheetSafe)).toEqual(['a-b', "'=x", '', -1]);
});

test('writes the same double as the same text, and NaN as an empty cell', () => {
  expect(formatCsv([[0.1 + 0.2, -1e-7, 5, NaN, Infinity]])).toBe(
    '0.30000000000000004,-1e-7,5,,Infinity\n',
  );
});

test('reads CSV of other programs', () => {
  const cases: [string, string[][]][] = [
    ['', []],
    ['a', [['a']]],
    ['a,', [['a', '']]],
    [',', [['', '']]],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\ufeffa,b\n', [['a', 'b']]],
    ['\n\na\n\n', [['a']]],
    ['"a"\r\n"b"', [['a'], ['b']]],
    ['"a""",b', [['a"', 'b']]],
    ['a"b,c', [['a"b', 'c']]],
    ['"a"b,c', [['ab', 'c']]],
    ['"open,\nend', [['open,\nend']]],
  ];
  for (const [text, rows] of cases) expect(parseCsv(text), JSON.stringify(text)).toEqual(rows);
});
