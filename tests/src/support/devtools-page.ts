import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from './chromium.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A page of Chromium, driven by its DevTools protocol. */
export interface DevtoolsPage extends AsyncDisposable {
  /** Calls a method of the protocol, such as `Emulation.setEmulatedMedia`. */
  readonly call: (method: string, parameters?: object) => Promise<Record<string, unknown>>;
  /** Opens an address, and waits until the page is loaded. */
  readonly open: (address: string) => Promise<void>;
  /** The value of an expression in the page, or of its promise. */
  readonly value: <Value>(expression: string) => Promise<Value>;
  /** The events so far: messages of the console, requests, ... */
  readonly events: readonly DevtoolsEvent[];
}

export interface DevtoolsEvent {
  readonly method: string;
  readonly params: unknown;
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--remote-debugging-pipe', // file descriptors 3 and 4
];

/** Starts Chromium with an empty page. The caller checks that Chromium is installed. */
export async function devtoolsPage(): Promise<DevtoolsPage> {
  const profile = await temporaryFolder();
  const flags = [...FLAGS, `--user-data-dir=${profile.path}`, 'about:blank'];
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;
  const browser = spawn(chromium!, flags, { stdio: [...stdio], detached: true });
  const exited = once(browser, 'exit');
  const pipes = { to: browser.stdio[3] as Writable, from: browser.stdio[4] as Readable };
  const { call, events } = protocolOn(pipes);
  const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
  const ofPage: DevtoolsPage['call'] = (method, parameters) =>
    call(method, parameters, sessionId as string);
  for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await ofPage(`${domain}.enable`);
  return {
    call: ofPage,
    events,
    value: async <Value>(expression: string): Promise<Value> => {
      const how = { returnByValue: true, awaitPromise: true };
      const { result } = await ofPage('Runtime.evaluate', { expression, ...how });
      return (result as { value: Value }).value;
    },
    open: async (address) => {
      const loads = () => events.filter(({ method }) => method === 'Page.loadEventFired').length;
      const before = loads();
      await ofPage('Page.navigate', { url: address });
      while (loads() === before) await wait(20);
    },
    [Symbol.asyncDispose]: async () => {
      process.kill(-browser.pid!, 'SIGKILL'); // its own group: it starts further processes
      await exited;
      await profile[Symbol.asyncDispose]();
    },
  };
}

interface Message extends DevtoolsEvent {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: unknown;
}

/** Messages of the protocol are JSON, each followed by a zero byte. */
function protocolOn({ to, from }: { readonly to: Writable; readonly from: Readable }) {
  const events: DevtoolsEvent[] = [];
  const waiting = new Map<number, (message: Message) => void>();
  let text = '';
  from.setEncoding('utf8').on('data', (piece: string) => {
    const whole = (text + piece).split('\0');
    text = whole.pop()!; // the part after the last zero byte
    for (const json of whole) {
      const message = JSON.parse(json) as Message;
      if (message.id === undefined) events.push(message);
      else waiting.get(message.id)?.(message);
    }
  });
  let last = 0;
  const call = async (method: string, parameters: object = {}, sessionId?: string) => {
    const id = ++last;
    const { result, error } = await new Promise<Message>((resolve) => {
      waiting.set(id, resolve);
      to.write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`);
    });
    if (result === undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result;
  };
  return { call, events };
}
