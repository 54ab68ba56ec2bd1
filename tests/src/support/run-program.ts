import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';

const parent = fileURLToPath(new URL('../../.scratch/', import.meta.url)); // inside the workspace, so that its packages can be imported

/**
 * Compiles a TypeScript program and runs it in a folder, with the built packages, as a user of the packages does: without a loader of
 * TypeScript, which would take seconds in each thread.
 *
 * @returns What it prints.
 */
export async function runProgram(code: string, cwd: string): Promise<string> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  await mkdir(parent, { recursive: true });
  const scratch = await mkdtemp(join(parent, 'program-'));
  try {
    const file = join(scratch, 'program.js');
    await writeFile(file, outputText);
    const env = { ...process.env, FORCE_COLOR: '0', NODE_OPTIONS: '' };
    return (await promisify(execFile)(process.execPath, [file], { env, cwd })).stdout;
  } finally {
    await rm(scratch, { recursive: true });
  }
}
