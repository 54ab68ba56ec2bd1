import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { sproutBin } from './sprout-process.ts';

/**
 * Runs commands of the guide in a shell, as they are written, in a folder; `sprout` is the built program. The shell stops at the first
 * command that fails.
 *
 * @returns What the commands print.
 * @throws If a command fails, with what it printed on standard error.
 */
export async function runShell(commands: string, folder: string): Promise<string> {
  const bin = join(folder, '.bin');
  await mkdir(bin, { recursive: true });
  const launcher = `#!/bin/sh\nexec '${process.execPath}' '${sproutBin}' "$@"\n`;
  await writeFile(join(bin, 'sprout'), launcher, { mode: 0o755 });
  const path = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
  const env = { ...process.env, PATH: path, NODE_OPTIONS: '' };
  const child = spawn('sh', ['-e', '-c', commands], { cwd: folder, env });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${commands}\nended with ${code}: ${stderr}`));
    });
  });
}
