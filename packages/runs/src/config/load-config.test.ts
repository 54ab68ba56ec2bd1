import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { platform } from 'node:process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { loadConfig, parseYaml } from './load-config.ts';

test('a file is YAML or JSON, whatever its name', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'config.txt');
  await writeFile(file, 'train:\n  epochs: 3 # a comment\nrecipe: [{ op: median }]\n');
  expect(await loadConfig(file)).toEqual({ train: { epochs: 3 }, recipe: [{ op: 'median' }] });
  await writeFile(file, '{"train": {"epochs": 4}}');
  expect(await loadConfig(file)).toEqual({ train: { epochs: 4 } });
});

test('a missing file is an error with its name', async () => {
  const file = '/no/such/sprout.yaml';
  await expect(loadConfig(file)).rejects.toMatchObject({ code: 'file-missing', context: { file } });
});

test('a file that is not YAML is an error with the line, in one line', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'sprout.yaml');
  await writeFile(file, 'train:\n  epochs: [3\nengine: cpu\n');
  await expect(loadConfig(file)).rejects.toMatchObject({
    code: 'config-invalid',
    context: {
      source: file,
      reason: expect.stringMatching(/^[^\n]*line 3, column \d+$/) as string,
    },
  });
});

test.each(['a: *unknown', 'a: 1\na: 2', 'a: "open'])('%j is not valid', (text) => {
  expect(() => parseYaml(text, 'A setting')).toThrow(/^A setting is not a valid configuration: /);
});

test('a file that is larger than the limit is refused before it is read', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'large.json');
  await writeFile(file, `{"a": "${'x'.repeat(1_000_000)}"}`);
  await expect(loadConfig(file)).rejects.toMatchObject({
    code: 'config-invalid',
    context: { source: file, reason: 'it has 1000009 bytes; at most 1000000 are read' },
  });
});

test.skipIf(platform === 'win32')('a pipe is refused, and does not block', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'pipe.yaml');
  execFileSync('mkfifo', [file]);
  await expect(loadConfig(file)).rejects.toMatchObject({
    code: 'file-invalid',
    context: { file, reason: 'it is not a regular file' },
  });
});

test('a file of very many keys is read; equal keys are found at any depth', async () => {
  const keys = Array.from({ length: 50_000 }, (_, at) => `k${at}: 1`);
  expect(Object.keys(parseYaml(keys.join('\n'), 'A setting') as object)).toHaveLength(50_000);
  const twice = ['data:', '  folder: a', '  cache: true', '  folder: b'].join('\n');
  expect(() => parseYaml(twice, 'A setting')).toThrow('the key folder is repeated in line 4');
});

test('deep nesting and unknown tags are errors, and no warning is printed', () => {
  expect(() => parseYaml('['.repeat(200_000), 'A setting')).toThrow('it is nested too deeply');
  expect(() => parseYaml('model: !secret small-cnn', 'A setting')).toThrow(
    /Unresolved tag: !secret/,
  );
});

test('aliases that multiply are refused', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 6; level++) {
    const items = Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ');
    lines.push(`a${level}: &a${level} [${items}]`);
  }
  expect(() => parseYaml(lines.join('\n'), 'A setting')).toThrow(/alias/i);
});

test('empty text is null, and plain text is text', () => {
  expect(parseYaml('', 'A setting')).toBeNull();
  expect(parseYaml('cpu', 'A setting')).toBe('cpu');
  expect(parseYaml('3e-4', 'A setting')).toBe(0.0003);
});
