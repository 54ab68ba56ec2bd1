import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs a TypeScript program that uses the packages, in a folder. @returns What it prints. */
export async function runProgram(code: string, cwd: string): Promise<string> {
  const parent = join(root, 'tests', '.scratch'); // inside the workspace, so that its packages can be imported
  await mkdir(parent, { recursive: true });
  const scratch = await mkdtemp(join(parent, 'program-'));
  try {
    const file = join(scratch, 'program.ts');
    await writeFile(file, code);
    const flags = ['--conditions=@sprout/source', '--import', join(root, 'tools/ts-register.mjs')];
    const env = { ...process.env, FORCE_COLOR: '0' };
    return (await promisify(execFile)(process.execPath, [...flags, file], { env, cwd })).stdout;
  } finally {
    await rm(scratch, { recursive: true });
  }
}
