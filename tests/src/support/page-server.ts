import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

export interface PageServer extends AsyncDisposable {
  readonly url: string;
  /** What the page has sent to `/result`. */
  readonly result: Promise<unknown>;
}

/** Serves a folder, and takes one result from the page. */
export async function pageServer(folder: string): Promise<PageServer> {
  let resolve: (result: unknown) => void = () => undefined;
  const result = new Promise((resolved) => (resolve = resolved));
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://page').pathname);
    if (path === '/result') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer); // a stream without an encoding
      resolve(JSON.parse(Buffer.concat(chunks).toString()));
      response.end();
      return;
    }
    const content = await readFile(join(folder, normalize(path))).catch(() => undefined);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': type }).end(content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // of a server that listens on a port
  return {
    url: `http://127.0.0.1:${port}`,
    result,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
