import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';

const { resolve } = createRequire(import.meta.url);
const quotedUrl = (path: string): string => JSON.stringify(pathToFileURL(path).href);
const startWasm = fileURLToPath(new URL('../backend/start-wasm.ts', import.meta.url));

const SCRIPT = `
  import * as tf from ${quotedUrl(resolve('@tensorflow/tfjs-core'))};
  import { getThreadsCount } from ${quotedUrl(resolve('@tensorflow/tfjs-backend-wasm'))};
  import { startWasm } from ${quotedUrl(startWasm)};
  const handlers = () => [...process.listeners('uncaughtException'), ...process.listeners('unhandledRejection')].length;
  const before = handlers();
  await startWasm({ threads: 2 });
  const product = tf.matMul(tf.fill([300, 200], 0.5), tf.fill([200, 100], 2));
  const answer = { threads: getThreadsCount(), sum: tf.sum(product).dataSync()[0], handlers: handlers() - before };
`;

/** Runs a module in a Node of its own; it must end by itself. */
function run(source: string): unknown {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...process.execArgv, '--input-type=module', '--eval', source],
    { encoding: 'utf8', timeout: 50_000 },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

describe('wasm with two threads', () => {
  const expected = { threads: 2, sum: 300 * 200 * 100, handlers: 0 };

  test('computes, leaves no handlers behind and lets the process end', () => {
    expect(run(`${SCRIPT} process.stdout.write(JSON.stringify(answer));`)).toEqual(expected);
  }, 60_000);

  test('starts in a worker thread too', () => {
    const inWorker = `${SCRIPT} import { parentPort } from 'node:worker_threads'; parentPort.postMessage(answer);`;
    const source = `
      import { Worker } from 'node:worker_threads';
      const worker = new Worker(new URL('data:text/javascript,' + encodeURIComponent(${JSON.stringify(inWorker)})));
      worker.on('message', (answer) => process.stdout.write(JSON.stringify(answer)));`;
    expect(run(source)).toEqual(expected);
  }, 60_000);
});
