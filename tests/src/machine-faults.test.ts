import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sproutBin, sproutProcess } from './support/sprout-process.ts';
import { sprout, sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const EXITS = fileURLToPath(new URL('support/engine-thread-exits.cjs', import.meta.url));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let photos: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  photos = join(folder.path, 'photos');
  await sproutJson(['sample', photos, '--classes', '2', '--images', '20', '--size', '16']);
}, 120_000);

afterAll(() => folder[Symbol.asyncDispose]());

test.each(['wasm', 'cpu'])(
  'the end of the %s engine is one sentence, and the run can be resumed',
  { timeout: 240_000 },
  async (engine) => {
    const small = ['--size', '16x16', '--model', 'logistic', '--epochs', '1', '--batch-size', '8'];
    const place = ['--runs', folder.path, '--name', engine, '--no-cache', '--quiet'];
    const ended = await sproutProcess(['train', photos, '--engine', engine, ...small, ...place], {
      env: { NODE_OPTIONS: `--require=${EXITS}` },
    });
    expect(ended.code).toBe(1);
    const lines = ended.stderr.split('\n').filter((line) => !/^(warning: .*)?$/.test(line));
    expect(lines).toEqual(['error: The worker for the engine stopped: it ended with code 3']);
    expect(await sprout(['train', '--resume', join(folder.path, engine), '--quiet'])).toMatchObject(
      { code: 0 },
    );
  },
);

describe.skipIf(process.platform === 'win32')('a limit of open files', () => {
  test.each([24, 64, 96])('of %d ends with a sentence that says what is needed', async (limit) => {
    const limited = `ulimit -n ${limit}; exec "$@"`;
    const command = [process.execPath, sproutBin, 'predict', folder.path, photos];
    const child = spawn('bash', ['-c', limited, 'bash', ...command], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const [stderr, code] = await Promise.all([
      text(child.stderr),
      new Promise((resolve) => child.on('close', resolve)),
    ]);
    expect(stderr).toMatch(/^error: .*too many files are open; .* \(ulimit -n 1024\)\n$/);
    expect(code).toBe(74);
  });
});
