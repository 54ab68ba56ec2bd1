import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A running script of `bench/peers`. For each line on its standard input it measures one round and prints one number. */
export interface PythonPeer extends Disposable {
  /** Measures one round. A script that measures several things gets the name of one. */
  readonly round: (name?: string) => Promise<number>;
}

/** Starts a script of `bench/peers`. Disposing of the peer ends the script. */
export function startPeer(
  python: string,
  script: string,
  args: readonly string[] = [],
): PythonPeer {
  const path = fileURLToPath(new URL(`./peers/${script}`, import.meta.url));
  const child = spawn(python, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = once(child, 'error').then(([error]) => {
    throw error;
  });
  failed.catch(() => undefined); // the pending round rejects with this error
  return {
    round: async (name = 'round') => {
      child.stdin.write(`${name}\n`);
      const answer = await Promise.race([answers.next(), failed]);
      const figure = Number(answer.done === true ? Number.NaN : answer.value);
      if (!Number.isFinite(figure))
        throw new Error(`${script} ended or answered "${answer.value}"`);
      return figure;
    },
    [Symbol.dispose]: () => {
      child.stdin.end();
    },
  };
}

const FIND = `
import sys
from importlib.util import find_spec
print(*[name for name in sys.argv[1:] if find_spec(name)])
`;

/** Those of the given modules that are installed in a Python. */
export async function modulesOf(python: string, names: readonly string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(python, ['-c', FIND, ...names]);
  return stdout.split(/\s+/).filter((name) => name !== '');
}
