import { expect, test } from 'vitest';
import { chooseEngine } from './choose-engine.ts';
import type { EngineReport } from './engines-here.ts';
import type { EngineName } from '../contract/engine-name.ts';

function report(name: EngineName, found: Partial<EngineReport> = {}): EngineReport {
  const { available = true } = found;
  const reason = available ? undefined : 'not installed';
  return { name, available, version: '1', detail: undefined, gpu: false, reason, ...found };
}

const absent = { available: false };
const [wasm, cpu] = [report('wasm'), report('cpu')];

test('auto takes tensorflow only where there is a GPU', () => {
  const rest = [report('onnx'), wasm, cpu];
  const onCpu = [report('tensorflow'), ...rest];
  const onGpu = [report('tensorflow', { gpu: true }), ...rest];
  expect(chooseEngine('auto', onCpu)).toEqual({ engine: 'onnx', note: undefined });
  expect(chooseEngine('auto', onGpu).engine).toBe('tensorflow');
});

test('auto takes the next slower engine and says why', () => {
  const reports = [report('tensorflow', absent), report('onnx', absent), wasm, cpu];
  const note = 'onnx is not available (not installed)';
  expect(chooseEngine('auto', reports)).toEqual({ engine: 'wasm', note });
  const bare = [report('onnx', absent), report('wasm', absent), cpu];
  expect(chooseEngine('auto', bare).engine).toBe('cpu');
});

test('an engine that was asked for is taken, or refused with the reason', () => {
  const reports = [report('tensorflow', absent), report('onnx'), wasm, cpu];
  expect(chooseEngine('cpu', reports).engine).toBe('cpu');
  expect(() => chooseEngine('tensorflow', reports)).toThrow(
    'tensorflow is not available: not installed',
  );
});
