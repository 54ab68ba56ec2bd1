import type { EngineReport } from '../open/engines-here.ts';
import { sharedWorker } from './shared-worker.ts';

/** Reports on all engines, fastest first, as they are available in the thread of `openEngineThread`. */
export async function detectEngines(): Promise<readonly EngineReport[]> {
  const { service, ask, hold, release } = sharedWorker();
  hold();
  try {
    return await ask(service.engines());
  } finally {
    release();
  }
}
