import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { split, type SplitCommandOptions } from './split.ts';

let folder: string;
let stdout: string;
let stderr: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sprout-cli-'));
  for (const name of ['elm', 'oak']) {
    await mkdir(join(folder, 'photos', name), { recursive: true });
    for (const number of [0, 1, 2])
      await writeFile(join(folder, 'photos', name, `${number}.png`), `${name}${number}`);
  }
  [stdout, stderr] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const run = (options: SplitCommandOptions): Promise<void> => split(join(folder, 'photos'), options);

test('prints the counts and the path', async () => {
  const out = join(folder, 'split.csv');
  await run({ validation: 1, out });
  expect(stdout).toBe(`4 images for training, 2 for validation in ${out}\n`);
  expect(stderr).toContain(`--split ${out} trains on this split\n`);
});

test('a dry run prints what would be done', async () => {
  const out = join(folder, 'copy');
  await run({ validation: 1, mode: 'copy', out, dryRun: true });
  expect(stdout).toBe(`4 images for training, 2 for validation would be in ${out}\n`);
  expect(await readdir(folder)).toEqual(['photos']);
});

test('a copy is undone; a file that was changed is kept, with a warning', async () => {
  const out = join(folder, 'copy');
  await run({ validation: 1, mode: 'copy', out, quiet: true });
  const [image = ''] = await readdir(join(out, 'validation', 'elm'));
  await writeFile(join(out, 'validation', 'elm', image), 'changed');
  await run({ undo: true, out, quiet: true });
  expect(stdout).toMatch(/copy is taken back\n$/);
  expect(stderr).toMatch(new RegExp(`^warning: .*${image} was changed and is kept\n$`));
});

test.each<[SplitCommandOptions, object]>([
  [{}, { option: '--validation', value: 'nothing' }],
  [
    { validation: 0.5, perClass: true },
    { option: '--per-class', value: '0.5', rule: 'used with a number of images, 12 say' },
  ],
  [
    { validation: 1, stratified: true },
    { option: '--stratified', value: '1', rule: 'used with a share, 0.1 say' },
  ],
  [
    { undo: true, dryRun: true },
    { option: '--dry-run', value: 'true' },
  ],
])('%j is refused', async (options, context) => {
  await expect(run(options)).rejects.toMatchObject({ code: 'option-invalid', context });
  expect(await readdir(folder)).toEqual(['photos']);
});

test('--per-class and --stratified repeat what a number and a share mean', async () => {
  await run({ validation: 1, perClass: true, dryRun: true, json: true });
  await run({ validation: 0.34, stratified: true, dryRun: true, json: true });
  const results = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(results).toMatchObject([
    { training: 4, validation: 2 },
    { training: 4, validation: 2 },
  ]);
});
