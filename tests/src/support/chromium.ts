import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The path of Chromium or Chrome, or `undefined` where there is none. */
export const chromium: string | undefined = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  .find(isExecutable);

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

/** Opens a page without a window while a function runs. */
export async function withPage<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  await using profile = await temporaryFolder();
  const flags = [...FLAGS, `--user-data-dir=${profile.path}`, url];
  const browser = spawn(chromium!, flags, { stdio: 'ignore', detached: true }); // callers check that it is there
  try {
    return await work();
  } finally {
    const ended = new Promise((resolve) => browser.once('exit', resolve));
    process.kill(-browser.pid!, 'SIGKILL'); // its own group: it starts further processes
    await ended;
  }
}
