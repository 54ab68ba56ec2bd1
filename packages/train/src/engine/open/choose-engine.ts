import { SproutError } from '@sprout/core';
import type { EngineReport } from './engines-here.ts';
import type { EngineName } from '../contract/engine-name.ts';

export type RequestedEngine = EngineName | 'auto';

export interface EngineChoice {
  readonly engine: EngineName;
  /** Why a faster engine was not taken, where one could be expected. */
  readonly note: string | undefined;
}

/**
 * The engine for a model. `auto` takes TensorFlow where it runs on a GPU, else ONNX Runtime, else tfjs on wasm, else tfjs in
 * plain JavaScript.
 *
 * @throws {SproutError} `engine-unavailable` when the one asked for is not available.
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
