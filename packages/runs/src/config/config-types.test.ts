import { expect, expectTypeOf, test } from 'vitest';
import { preview, resolveTrain } from '../index.ts';
import type { TrainingOptions } from './config-options.ts';
import type { ConfigInput, GivenModel } from './config-schema.ts';

test('names that do not exist do not compile, and are refused with the nearest one', async () => {
  const folder = 'photos';
  // @ts-expect-error a misspelt model
  await expect(resolveTrain({ folder, model: 'small-cn' })).rejects.toThrow(
    'did you mean "small-cnn"?',
  );
  // @ts-expect-error a misspelt op
  const recipe: TrainingOptions['recipe'] = [{ op: 'rezise', height: 1, width: 1 }];
  await expect(resolveTrain({ folder, recipe })).rejects.toThrow('did you mean "resize"?');
  // @ts-expect-error a misspelt model in a configuration
  const config: ConfigInput = { model: { name: 'vgg17' } };
  await expect(resolveTrain({ folder, config })).rejects.toThrow('did you mean "vgg16"?');
  // @ts-expect-error a misspelt field of an op
  const augment: Parameters<typeof preview>[0]['augment'] = [{ op: 'rotate', degree: [0, 1] }];
  await expect(resolveTrain({ folder, augment })).rejects.toThrow('did you mean "degrees"?');
});

test('completion offers the models, and takes the file of one', () => {
  expectTypeOf<'small-cnn' | 'vgg16' | 'auto' | 'file'>().toExtend<GivenModel>();
  expectTypeOf<'photos/model.keras'>().toExtend<GivenModel>();
  expectTypeOf<string>().not.toExtend<GivenModel>();
});
