import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { extract } from '../../../test/extract-until-killed.ts';
import { openFeatureStore } from './feature-store.ts';

const fileOf = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Runs the extraction as a process, and kills it when it reports `last`. Returns what it reported. */
async function killedAt(last: string, folder: string): Promise<string[]> {
  const args = ['--conditions=@sprout/source', '--import', fileOf('../../tools/ts-register.mjs')];
  const child = spawn(process.execPath, [...args, fileOf('test/extract-until-killed.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line === last) child.kill('SIGKILL');
  }
  if (child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return lines;
}

test.each(['computed 3', 'stored 6'])(
  'an extraction that is killed when it has %s repeats one batch at most',
  async (last) => {
    const parent = await mkdtemp(join(tmpdir(), 'killed-'));
    const folder = join(parent, 'features');
    const before = await killedAt(last, folder);
    const after: string[] = [];
    await extract(folder, (line) => after.push(line));
    const computed = [...before, ...after].filter((line) => line.startsWith('computed'));
    expect(new Set(computed).size).toBe(20);
    expect(computed.length).toBeLessThanOrEqual(21);
    expect(
      before.filter((line) => line.startsWith('stored')).some((line) => after.includes(line)),
    ).toBe(false);
    const store = await openFeatureStore(folder);
    const positions = Array.from({ length: 40 }, (_, at) => at);
    expect(await store.read(positions, 0)).toEqual(Float32Array.from(positions));
    await rm(parent, { recursive: true });
  },
  60_000,
);
