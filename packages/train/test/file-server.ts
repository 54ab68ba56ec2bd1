import * as http from 'node:http';
import * as https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { TEST_CERTIFICATE, TEST_KEY } from './test-certificate.ts';

export type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

/** A server on 127.0.0.1, which ends when it is disposed of. */
export interface FileServer extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  /** The requests so far: method, path and `range` header. */
  readonly requests: readonly string[];
  readonly server: http.Server;
}

/** Starts a server that answers every request by `handler`. */
export async function serve(handler: Handler, { tls = false } = {}): Promise<FileServer> {
  const requests: string[] = [];
  const listener: Handler = (request, response) => {
    const { method, url, headers } = request;
    requests.push([method, url, headers.range].filter((part) => part !== undefined).join(' '));
    handler(request, response);
  };
  const server = tls
    ? https.createServer({ cert: TEST_CERTIFICATE, key: TEST_KEY }, listener)
    : http.createServer(listener);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests,
    server,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy(); // tunnels too
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface ServeFileOptions {
  readonly etag?: string;
  /** Breaks the connection after so many bytes of an answer. */
  readonly breakAfter?: number;
  readonly ignoresRange?: boolean;
}

/** Answers a request with a file, or with the rest of it that the request asks for. */
export function serveFile(
  { headers }: http.IncomingMessage,
  response: http.ServerResponse,
  { body, ...options }: ServeFileOptions & { readonly body: Uint8Array },
): void {
  const { etag = '"1"', breakAfter = Infinity, ignoresRange = false } = options;
  const [, first = '0'] = /^bytes=(\d+)-$/.exec(headers.range ?? '') ?? [];
  const isRest = !ignoresRange && headers['if-range'] === etag && Number(first) > 0;
  const start = isRest ? Number(first) : 0;
  const range = `bytes ${start}-${body.length - 1}/${body.length}`;
  response.writeHead(isRest ? 206 : 200, {
    etag,
    'content-length': body.length - start,
    ...(isRest ? { 'content-range': range } : {}),
  });
  const end = Math.min(body.length, start + breakAfter);
  response.write(body.subarray(start, end), () => {
    if (end === body.length) response.end();
    else setTimeout(() => response.destroy(), 50); // after the bytes have arrived
  });
}
