import { describe, expect, test } from 'vitest';
import { ENGINES } from '../../../test/engines.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { createDefinition } from '../../zoo/create-definition.ts';
import { openGradientSource } from './open-gradient-source.ts';
import { openPredictor } from './open-predictor.ts';
import { openTrainer } from './open-trainer.ts';

const definition = createDefinition('logistic', { height: 4, width: 4, classes: 3, seed: 0 });
const [kernel, bias] = definition.weights as [NamedTensor, NamedTensor];
const short = { ...kernel, shape: [47, 3], data: kernel.data.slice(3) };
const foreign = { name: 'other/kernel', shape: [2], data: new Float32Array(2) };

const FAULTS: readonly [code: string, weights: readonly NamedTensor[]][] = [
  ['shape-mismatch', [short, bias]],
  ['weight-unknown', [kernel, bias, foreign]],
  ['weight-missing', [kernel]],
];

describe.each(ENGINES)('on %s', (engine) => {
  test.each(FAULTS)('weights with the fault %s are refused by all three', async (code, weights) => {
    for (const open of [openPredictor, openTrainer, openGradientSource])
      await expect(open({ ...definition, weights }, { engine, threads: 1 })).rejects.toMatchObject({
        code,
      });
  });
});
