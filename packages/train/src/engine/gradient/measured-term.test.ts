import { describe, expect, test } from 'vitest';
import { measuredTerm } from './measured-term.ts';

const SHAPE = [2, 3, 4];

function linear(...given: Parameters<typeof measuredTerm>) {
  const term = measuredTerm(...given);
  if (term.form !== 'linear') throw new Error('not linear');
  return { channels: [...term.channels], positions: [...term.positions] };
}

describe('measuredTerm', () => {
  test('takes the mean of a channel over all positions', () => {
    const term = { layer: 'a', measure: 'channel', channel: 2, factor: 3 } as const;
    const sixth = Math.fround(1 / 6);
    expect(linear(term, SHAPE)).toEqual({
      channels: [0, 0, 3, 0],
      positions: [sixth, sixth, sixth, sixth, sixth, sixth],
    });
    expect(linear(term, [3])).toEqual({ channels: [0, 0, 3], positions: [1] });
  });

  test('takes one number for a neuron', () => {
    const term = { layer: 'a', measure: 'neuron', row: 1, column: 2, channel: 0 } as const;
    expect(linear(term, SHAPE)).toEqual({ channels: [1, 0, 0, 0], positions: [0, 0, 0, 0, 0, 1] });
  });

  test('takes a direction over the channels', () => {
    const direction = [1, 2, 3, 4];
    expect(
      linear({ layer: 'a', measure: 'direction', direction, factor: -1 }, SHAPE).channels,
    ).toEqual([-1, -2, -3, -4]);
  });

  test('takes the factor of a mean of squares', () => {
    const term = { layer: 'a', measure: 'mean-square' } as const;
    expect(measuredTerm(term, SHAPE)).toEqual({ form: 'square', factor: 1 });
  });

  test('takes the factor of the largest channel, and of the similarity', () => {
    const term = { layer: 'a', measure: 'largest', factor: -2 } as const;
    expect(measuredTerm(term, SHAPE)).toEqual({ form: 'largest', factor: -2 });
    const similar = { layer: 'a', measure: 'similarity', factor: -3 } as const;
    expect(measuredTerm(similar, SHAPE)).toEqual({ form: 'similar', factor: -3 });
  });

  test('names the channel, row or column that is out of range', () => {
    const channel = { layer: 'a', measure: 'channel', channel: 4 } as const;
    expect(() => measuredTerm(channel, SHAPE)).toThrow(
      'channel must be a whole number from 0 to 3',
    );
    const neuron = { layer: 'a', measure: 'neuron', row: 2, column: 0, channel: 0 } as const;
    expect(() => measuredTerm(neuron, SHAPE)).toThrow('row must be a whole number from 0 to 1');
    expect(() => measuredTerm({ ...neuron, row: 0, column: 3 }, SHAPE)).toThrow('column');
    expect(() => measuredTerm({ ...neuron, row: 0 }, [4])).toThrow('measure must be');
  });

  test('names the length of a direction that does not fit', () => {
    const term = { layer: 'a', measure: 'direction', direction: [1] } as const;
    expect(() => measuredTerm(term, SHAPE)).toThrow('must have the shape [4]; received [1]');
  });
});
