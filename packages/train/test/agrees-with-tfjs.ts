import { describe, expect, it } from 'vitest';
import { startBackend } from '../src/engine/tfjs/backend/start-backend.ts';
import { disagreements, sequential } from './disagreements.ts';
import { conv, type Layer } from './layers.ts';
import { onnxruntime } from './onnxruntime-here.ts';

await startBackend('cpu', { threads: 1 });

/**
 * Tests that layers agree with tfjs, forward and backward. The convolution before them needs their gradient with respect to the
 * input. The dense layer after them makes the result depend on each number of their output.
 */
export function agreesWithTfjs(
  operation: string,
  cases: Readonly<Record<string, () => Layer[]>>,
): void {
  describe.skipIf(onnxruntime === undefined)(`${operation} agrees with tfjs:`, () => {
    it.each(Object.entries(cases))('%s', async (_, middle) => {
      const model = sequential([conv({ kernelSize: 1, useBias: false }), ...middle()]);
      expect(await disagreements(model)).toEqual([]);
    });
  });
}
