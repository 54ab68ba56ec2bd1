import { describe, expect, test } from 'vitest';
import { createDefinition } from './create-definition.ts';
import { summary } from './summary.ts';

const SHAPE = { height: 30, width: 20, classes: 3, seed: 0 };

describe('small-cnn', () => {
  test('halves the image at each stage, and adds a second convolution from stage 2 on', async () => {
    const parameters = { filters: [2, 4, 8], dropout: 0.5 };
    const { layers } = await summary(createDefinition('small-cnn', { ...SHAPE, parameters }));
    const outline = layers
      .filter(({ kind }) => kind !== 'BatchNormalization' && kind !== 'ReLU')
      .map(({ name, shape }) => `${name} ${shape.join(' x ')}`);
    expect(outline).toEqual([
      'images 30 x 20 x 3',
      'stem_conv 15 x 10 x 2',
      'stage1_pool 8 x 5 x 2',
      'stage1_1_conv 8 x 5 x 4',
      'stage2_pool 4 x 3 x 4',
      'stage2_1_conv 4 x 3 x 8',
      'stage2_2_conv 4 x 3 x 8',
      'stage2_add 4 x 3 x 8',
      'average 8',
      'dropout 8',
      'classes 3',
    ]);
  });

  test('has the parameters of its layers', async () => {
    const { parameters, trainable } = await summary(createDefinition('small-cnn', SHAPE));
    const convolutions = 25 * 3 * 32 + 9 * (32 * 64 + 64 * 128 + 128 * 128 + 128 * 256 + 256 * 256);
    const channels = 32 + 64 + 128 * 2 + 256 * 2;
    expect(trainable).toBe(convolutions + 2 * channels + 256 * 3 + 3);
    expect(parameters - trainable).toBe(2 * channels); // the running means and variances
  });
});
