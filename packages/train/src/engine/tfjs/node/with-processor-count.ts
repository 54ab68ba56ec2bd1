import { createRequire } from 'node:module';

/**
 * Runs work while `os.cpus()` reports `count` processors. tfjs' wasm binary starts a thread for every two processors at most,
 * and has no option for it.
 */
export async function withProcessorCount<T>(count: number, work: () => Promise<T>): Promise<T> {
  const os: { cpus: () => unknown[] } = createRequire(import.meta.url)('node:os');
  const { cpus } = os;
  const [first] = cpus();
  os.cpus = () => Array.from({ length: count }, () => first);
  try {
    return await work();
  } finally {
    os.cpus = cpus;
  }
}
