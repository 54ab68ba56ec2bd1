import { createRequire } from 'node:module';

/**
 * Runs work that takes its number of threads from `os.cpus()`. tfjs' wasm binary uses half of the processors at most, and has
 * no option for more.
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
