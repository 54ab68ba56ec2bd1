import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { endAtOnce } from './end-at-once.ts';

const SOURCE = fileURLToPath(new URL('end-at-once.ts', import.meta.url));

/** Ends a process whose worker computes for ever. */
const SCRIPT = `
  const { endAtOnce } = await import(${JSON.stringify(SOURCE)});
  const { Worker } = await import('node:worker_threads');
  new Worker('for (;;);', { eval: true });
  process.on('SIGINT', () => undefined);
  process.on('exit', (code) => process.stdout.write('exit ' + code));
  setTimeout(endAtOnce, 200);
`;

afterEach(() => {
  vi.restoreAllMocks();
});

test.skipIf(process.platform === 'win32')(
  'ends by SIGINT, also while a thread computes, after the listeners for exit',
  async () => {
    const child = spawn(process.execPath, [
      ...process.execArgv,
      '--input-type=module',
      '--eval',
      SCRIPT,
    ]);
    let output = '';
    child.stdout.on('data', (text) => (output += String(text)));
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect({ code, signal, output }).toEqual({ code: null, signal: 'SIGINT', output: 'exit 130' });
  },
);

test('exits with 130 on a system without signals', () => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  endAtOnce();
  expect(exit).toHaveBeenCalledWith(130);
});
