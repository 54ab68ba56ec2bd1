import { chooseEngine, detectEngines, type EngineName, type EngineReport } from '@sprout/train';

export interface EnginesResult {
  readonly engines: readonly EngineReport[];
  /** The engine that `auto` chooses. */
  readonly chosen: EngineName;
}

/** See `engines` in `commands.ts`. */
export async function engines(): Promise<EnginesResult> {
  const reports = await detectEngines();
  return { engines: reports, chosen: chooseEngine('auto', reports).engine };
}
