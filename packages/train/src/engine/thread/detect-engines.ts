import type { EngineReport } from '../open/engines-here.ts';
import { sharedWorker } from './shared-worker.ts';

/** All engines, fastest first, and whether each one loads in the thread of `openEngineThread`. */
export async function detectEngines(): Promise<readonly EngineReport[]> {
  const { service, ask, hold, release } = sharedWorker();
  hold();
  try {
    return await ask(service.engines());
  } finally {
    release();
  }
}
