import { describe, expect, test } from 'vitest';
import { configSchema, type ConfigInput } from './config-schema.ts';
import { readConfig } from './read-config.ts';
import { withTotal } from './resolve-stages.ts';
import { resolveTraining } from './resolve-training.ts';

function resolved(model: object, train: ConfigInput['train'] = {}) {
  const config = { data: { folder: 'photos' }, model: { name: 'mobilenet-v2', ...model }, train };
  return resolveTraining(configSchema.parse(config));
}

const stagesOf = ({ train }: ReturnType<typeof resolved>) =>
  train.stages?.map(({ trainable, epochs, learningRate }) => [trainable, epochs, learningRate]);

describe('stages of a training', () => {
  test('are made from the layers that the model lists', () => {
    const own = resolved({ trainable: 'head, all' });
    expect(own.model['trainable']).toBe('head,all');
    expect(own.train.optimiser.name).toBe('adamw');
    const rate = own.train.optimiser.learningRate;
    expect(stagesOf(own)).toEqual([
      ['head', 2, 0.01],
      ['all', own.train.epochs - 2, rate],
    ]);
    expect(own.train.stages![1]!.schedule).toEqual(own.train.schedule);
    expect(own.augment).not.toEqual([]);
  });

  test('are none for one part, as before', () => {
    expect(resolved({ trainable: 'all' }).train).not.toHaveProperty('stages');
    expect(resolved({ trainable: 'head' }).model['trainable']).toBe('none');
  });

  test('have a short warm-up where they are short and the schedule is a default', () => {
    const stages = [{ trainable: 'head', epochs: 2 }, { trainable: 'all' }] as const;
    const warmUps = (train: ConfigInput['train']) =>
      resolved({}, { stages: [...stages], ...train }).train.stages!.map(
        ({ schedule }) => schedule.warmUpEpochs,
      );
    expect(warmUps({ epochs: 18 })).toEqual([0, 1]);
    expect(warmUps({ epochs: 4 })).toEqual([0, 0.5]);
    expect(warmUps({ epochs: 4, schedule: { name: 'cosine', warmUpEpochs: 1 } })).toEqual([0, 1]);
  });

  test('say which layers the model trains, and keep their fields', () => {
    const own = resolved(
      { name: 'vgg16' },
      {
        stages: [
          { trainable: 'none', epochs: 2 },
          { trainable: 'from:block4_conv1' },
          {
            trainable: 'all',
            epochs: 4,
            learningRate: 0.0001,
            schedule: { name: 'constant' },
            rates: { decay: 0.5 },
            batchNorm: 'trained',
          },
        ],
      },
    );
    expect(own.model['trainable']).toBe('head,from:block4_conv1,all');
    expect(own.train.epochs).toBe(2 + 5 + 4);
    expect(stagesOf(own)![0]).toEqual(['head', 2, 0.001]);
    expect(own.train.stages![2]).toMatchObject({
      schedule: { name: 'constant', warmUpEpochs: 0 },
      rates: { decay: 0.5 },
      batchNorm: 'trained',
    });
  });

  test('share the epochs of the training: the last stage has those that the others leave', () => {
    const given = [
      { trainable: 'head', epochs: 4 },
      { trainable: 'all', epochs: 6 },
    ];
    expect(resolved({}, { stages: given }).train.epochs).toBe(10);
    const shorter = stagesOf(resolved({}, { stages: given, epochs: 7 }))!;
    expect(shorter.map(([, epochs]) => epochs)).toEqual([4, 3]);
    expect(() => resolved({}, { stages: given, epochs: 4 })).toThrow(
      'epochs must be at least 5: the stages before the last have 4 epochs; received 4',
    );
  });

  test('resolve to themselves', async () => {
    const own = resolved({ trainable: 'head,all' }, { epochs: 9 });
    const { recipe, augment, ...rest } = own;
    const config = { ...rest, recipe: [...recipe], augment: [...augment] };
    expect(resolveTraining(await readConfig({ config }))).toEqual(own);
  });

  test('have the rate of the optimiser where they train the base', async () => {
    const config = await readConfig({
      folder: 'photos',
      model: 'mobilenet-v2',
      config: {
        train: {
          optimiser: { learningRate: 0.0002 } as never, // completed from the defaults of the base
          stages: [{ trainable: 'head' }, { trainable: 'all' }],
        },
      },
    });
    const own = resolveTraining(config);
    expect(own.train.optimiser).toMatchObject({ name: 'adamw', learningRate: 0.0002 });
    expect(stagesOf(own)!.map(([, , rate]) => rate)).toEqual([0.01, 0.0002]);
  });

  test.each<[object, ConfigInput['train'], string]>([
    [{ trainable: 'head,some' }, {}, 'trainable: must be none (or head), all, or from:LAYER'],
    [
      { trainable: 'all' },
      { stages: [{ trainable: 'head' }, { trainable: 'all' }] },
      'it trains head,all, but model.trainable is all',
    ],
    [
      { name: 'small-cnn' },
      { stages: [{ trainable: 'all' }] },
      'only networks with released weights are trained in stages, not small-cnn',
    ],
  ])('refuse %j with %j', (model, train, message) => {
    expect(() => resolved(model, train)).toThrow(message);
  });

  test('name the field that is wrong', async () => {
    const set = ['train.stages=[{ trainable: head, rate: 1 }]'];
    await expect(readConfig({ set })).rejects.toThrow('unknown key "train.stages.0.rate"');
  });
});

test('another number of epochs changes the last stage only', () => {
  const { train } = resolved({ trainable: 'head,from:block_16_expand' }, { epochs: 8 });
  const longer = withTotal(train, 12);
  expect([longer.epochs, ...longer.stages!.map(({ epochs }) => epochs)]).toEqual([12, 2, 10]);
  expect(withTotal(longer, 8)).toEqual(train);
});
