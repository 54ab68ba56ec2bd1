import { SproutError } from '@sprout/core';
import type { EngineReport } from './engines-here.ts';
import type { EngineName } from '../contract/engine-name.ts';

export type RequestedEngine = EngineName | 'auto';

export interface EngineChoice {
  readonly engine: EngineName;
  /** The reason why onnx was not chosen, where `auto` chose a slower engine. */
  readonly note: string | undefined;
}

/**
 * Chooses an engine. `auto` chooses `tensorflow` where it runs on a GPU, else `onnx`, else `wasm`, else `cpu`.
 *
 * @throws {SproutError} `engine-unavailable` where the requested engine is not available.
 */
export function chooseEngine(
  requested: RequestedEngine,
  reports: readonly EngineReport[],
): EngineChoice {
  const of = (name: EngineName): EngineReport | undefined =>
    reports.find((report) => report.name === name);
  if (requested !== 'auto') {
    const report = of(requested);
    if (report?.available === true) return { engine: requested, note: undefined };
    const reason = report?.reason ?? 'it is not known here';
    throw new SproutError('engine-unavailable', { engine: requested, reason });
  }
  if (of('tensorflow')?.gpu === true) return { engine: 'tensorflow', note: undefined };
  if (of('onnx')?.available === true) return { engine: 'onnx', note: undefined };
  const note = `onnx is not available (${of('onnx')?.reason ?? 'it is not known here'})`;
  return { engine: of('wasm')?.available === true ? 'wasm' : 'cpu', note };
}
