import { open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sproutProcess } from './support/sprout-process.ts';
import { sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const PNG_HEADER = '89504e470d0a1a0a0000000d49484452000000100000001008020000009091683600000000';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
let run: string;

/** Writes a PNG file of 40 million empty chunks, whose zero bytes take no room on the disk. */
async function writeEndlessPng(path: string): Promise<void> {
  await writeFile(path, PNG_HEADER, 'hex');
  const file = await open(path, 'r+');
  await file.truncate(480_000_000);
  await file.close();
}

beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  await sproutJson(['sample', data, '--classes', '2', '--images', '6', '--size', '16']);
  const model = ['--model', 'logistic', '--size', '8', '--epochs', '1', '--validation', '1'];
  await sproutJson(['train', data, ...model, '--runs', folder.path, '--name', 'model']);
  run = join(folder.path, 'model');
  const [first = ''] = (await readdir(data)).filter((name) => !name.startsWith('.')).toSorted();
  await writeEndlessPng(join(data, first, '0.png'));
}, 120_000);

afterAll(() => folder[Symbol.asyncDispose]());

test.each([
  [
    'train',
    () => [
      'train',
      data,
      '--model',
      'logistic',
      '--size',
      '8',
      '--epochs',
      '1',
      '--runs',
      folder.path,
    ],
  ],
  ['prepare', () => ['prepare', data, join(folder.path, 'prepared'), '--size', '8']],
  ['predict', () => ['predict', run, data]],
])(
  '%s leaves out a first image with so many chunks that its header would take too long to read',
  async (_, command) => {
    const { code, stdout, stderr } = await sproutProcess([
      ...command(),
      '--on-bad',
      'skip',
      '--json',
    ]);
    expect(`${stdout}${stderr}`).toContain('0.png is refused: it has more than 262144 PNG chunks');
    expect(code).toBe(0);
  },
  120_000,
);
