import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { LogRecord } from './log-record.ts';
import { readLog } from './read-log.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let file: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  file = join(folder.path, 'log.jsonl');
});

afterAll(() => folder[Symbol.asyncDispose]());

const rotate = {
  op: 'rotate',
  numbers: { degrees: 3, border: 'nearest' },
  spec: { op: 'rotate', degrees: [-10, 10] },
};

const record: LogRecord = {
  id: 'a/1.png',
  copy: 1,
  file: 'a/1-1.png',
  seed: 0,
  ops: [
    { op: 'flip-horizontal', numbers: { flip: true }, spec: { op: 'flip-horizontal' } },
    rotate,
  ],
  recipe: [],
  versions: { sprout: '0.1.0' },
};

async function read(...lines: readonly (object | string)[]) {
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  await writeFile(file, texts.join('\n'));
  return readLog(file);
}

const withOp = (op: object): object => ({ ...record, ops: [record.ops[0], op] });
const withNumbers = (numbers: object): object => withOp({ ...rotate, numbers });

test('each line has its record, its numbers, and its ops with their defaults', async () => {
  const second = { ...record, copy: 2 };
  const log = await read(record, '', second, '');
  expect(log.copies.map(({ line, record: { copy } }) => [line, copy])).toEqual([
    [1, 1],
    [3, 2],
  ]);
  const [first, other] = log.copies;
  expect(first?.drawn[1]).toEqual({ op: 'rotate', numbers: rotate.numbers });
  expect(first?.augment[1]).toEqual({ op: 'rotate', degrees: [-10, 10], border: 'nearest' });
  expect(other?.augment).toBe(first?.augment); // the same specs are checked once
});

const ninth = { ...record, copy: 9 };

const field = (name: string, reason: string) => `line 2, op rotate, field ${name}: ${reason}`;

test.each([
  [
    'a number of another type',
    withNumbers({ degrees: 'x', border: 'nearest' }),
    field('degrees', 'invalid input: expected number, received string'),
  ],
  [
    'an infinite number',
    JSON.stringify(withNumbers({ degrees: 7, border: 'nearest' })).replace(':7', ':1e999'),
    field('degrees', 'invalid input: expected number, received Infinity'),
  ],
  [
    'a number outside of its interval',
    withNumbers({ degrees: 11, border: 'nearest' }),
    field('degrees', '11 is outside of the interval from -10 to 10 of the augmentation'),
  ],
  [
    'a missing number',
    withNumbers({ border: 'nearest' }),
    field('degrees', 'invalid input: expected number, received undefined'),
  ],
  [
    'a number too many',
    withNumbers({ ...rotate.numbers, more: 1 }),
    field('more', 'there is no such field'),
  ],
  [
    'a name that is not allowed',
    withNumbers({ degrees: 1, border: 'far' }),
    field('border', 'invalid option: expected one of "nearest"|"reflect"|"wrap"|"constant"'),
  ],
  [
    'numbers of another op',
    withOp({ ...rotate, op: 'affine' }),
    'line 2, op rotate: the numbers are those of the op affine',
  ],
  [
    'an op without numbers',
    withOp({ op: 'rotate', spec: rotate.spec }),
    'line 2, op rotate: invalid input: expected object, received undefined',
  ],
  [
    'an unknown op',
    withOp({ ...rotate, spec: { op: 'rotat' } }),
    'line 2: Unknown augmentation op "rotat"; did you mean "rotate"?',
  ],
  ['text that is not JSON', '{"id":', 'line 2: it is not JSON'],
  ['another JSON document', '[1]', 'line 2: invalid input: expected object, received array'],
  ['a field too many', { ...record, other: 1 }, 'line 2: unknown field other'],
  [
    'a copy of another type',
    { ...record, copy: '1' },
    'line 2: field copy: invalid input: expected number, received string',
  ],
  [
    'no ops',
    { ...record, ops: [] },
    'line 2: field ops: too small: expected array to have >=1 items',
  ],
  ['the same copy again', ninth, 'line 2: copy 9 of a/1.png is in line 1 too'],
])('%s is refused with its place', async (_, line, reason) => {
  await expect(read(ninth, line)).rejects.toMatchObject({
    code: 'file-invalid',
    context: { file, reason },
  });
});

test('a file without lines, and a file that does not exist, are refused', async () => {
  await expect(read('')).rejects.toMatchObject({
    code: 'file-invalid',
    context: { reason: 'it has no lines' },
  });
  await expect(readLog(join(folder.path, 'none.jsonl'))).rejects.toMatchObject({
    code: 'file-missing',
  });
});
