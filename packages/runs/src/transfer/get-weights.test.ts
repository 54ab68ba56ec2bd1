import { KNOWN_FILES, knownFileOf, knownFilePath } from '@sprout/train';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SMALL_BASE, writeSmallWeights } from '../../test/small-weights.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { contextOf } from '../event/run-context.ts';
import type { RunEvent } from '../event/run-event.ts';
import { getWeights } from './get-weights.ts';
import { type ModelSection, transferOf } from './transfer-of.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let file: string;
let server: Server;
let origin: string;
let events: RunEvent[];

beforeAll(async () => {
  folder = await temporaryFolder();
  file = join(folder.path, 'small.safetensors');
  await writeSmallWeights(file);
  const body = await readFile(file);
  server = createServer(({ url }, response) => {
    if (url === '/small.safetensors') response.setHeader('content-length', body.length).end(body);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  origin = `http://127.0.0.1:${port}`;
  vi.stubEnv('SPROUT_CACHE', join(folder.path, 'cache'));
  vi.stubEnv('http_proxy', '');
});

beforeEach(() => void (events = []));

afterAll(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await folder[Symbol.asyncDispose]();
});

function got(model: ModelSection): ReturnType<typeof getWeights> {
  const transfer = transferOf(model)!; // a base
  return getWeights(transfer, contextOf({ onEvent: (event) => void events.push(event) }));
}

test('a file on the disk is used as it is', async () => {
  expect(await got({ ...SMALL_BASE, weights: file })).toEqual({ file });
  expect(events).toEqual([]);
});

test('a URL is downloaded once, with its progress in megabytes', async () => {
  const weights = `${origin}/small.safetensors`;
  const found = await got({ ...SMALL_BASE, weights });
  expect(found.address).toBe(weights);
  expect(await readFile(found.file)).toEqual(await readFile(file));
  expect(events[0]).toEqual({ type: 'task-start', task: 'download', total: 1 });
  expect(events.at(-2)).toEqual({ type: 'task-end', task: 'download' });
  expect(events.at(-1)).toMatchObject({ type: 'weights-found', downloaded: true });
  events = [];
  expect(await got({ ...SMALL_BASE, weights })).toEqual(found);
  expect(events).toMatchObject([{ type: 'weights-found', downloaded: false }]);
});

test('a URL without a file says what to do instead', async () => {
  const weights = `${origin}/missing.h5`;
  await expect(got({ ...SMALL_BASE, weights })).rejects.toThrow(/give its path instead/);
});

test('without weights, the released file of this width is used, with its licence', async () => {
  const known = knownFileOf(SMALL_BASE.name, { alpha: SMALL_BASE.alpha });
  const path = knownFilePath(known);
  await mkdir(join(folder.path, 'cache', 'weights'), { recursive: true });
  await copyFile(file, path); // as somebody without a network does; no hash of it is published
  const { address, licence, source } = known;
  expect(await got(SMALL_BASE)).toEqual({ file: path, address, licence, source });
  expect(events).toMatchObject([{ type: 'weights-found', downloaded: false, licence, source }]);
});

test('a base without known files needs a path', async () => {
  expect(KNOWN_FILES.some(({ base }) => base === 'efficientnet-lite0')).toBe(false);
  await expect(got({ name: 'efficientnet-lite0' })).rejects.toThrow('weights must be the file');
});
