import { configJsonSchema, modelReference, ops } from '@sprout/runs';
import { Ajv } from 'ajv';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { yamlEditor, type YamlEditor } from './support/yaml-completion.ts';

interface Schema {
  readonly properties: {
    readonly model: {
      readonly anyOf: readonly {
        readonly properties: { readonly name: { readonly const?: string } };
      }[];
    };
  };
}

/** The names of all models, and file and auto. */
let names: string[];
let valid: (config: unknown) => boolean;
let editor: YamlEditor;

beforeAll(async () => {
  const schema = (await configJsonSchema()) as Schema;
  names = schema.properties.model.anyOf.flatMap(({ properties }) => properties.name.const ?? []);
  valid = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
  editor = yamlEditor(schema);
}, 60_000); // the packages are loaded in it

describe('the schema of configuration files', () => {
  test('has the example of every op and every model', async () => {
    for (const { name, kind, example } of await ops())
      expect(valid({ [kind === 'recipe' ? 'recipe' : 'augment']: [parse(example)] }), name).toBe(
        true,
      );
    for (const name of names)
      expect(valid({ model: parse((await modelReference(name)).example) }), name).toBe(true);
  });

  test('has the configurations of the README', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const texts = [...readme.matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => text);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(valid(parse(text)), text).toBe(true);
  });

  test.each([
    { recipe: 'recipe.yaml', augment: 'preset:imgaug-book' },
    { model: { name: 'photos.keras', input: 'tf' } },
    { model: { dropout: 0.5 } },
    { train: { optimiser: { learningRate: 0.1 }, schedule: { warmUpEpochs: 1 } } },
    {},
  ])('accepts %j', (config) => {
    expect(valid(config)).toBe(true);
  });

  test.each([
    { recipe: [{ op: 'rezise', height: 1, width: 1 }] },
    { recipe: [{ op: 'rotate' }] },
    { recipe: [{ op: 'resize', height: 0, width: 1 }] },
    { augment: [{ op: 'sometimes', ops: [{ op: 'rotat' }] }] },
    { augment: [{ op: 'rotate', degrees: [-999, 0] }] },
    { model: { name: 'small-cn' } },
    { model: { name: 'logistic', dropout: 0.5 } },
    { train: { optimiser: { name: 'adam', momentum: 0.9 } } },
    { trian: {} },
  ])('refuses %j', (config) => {
    expect(valid(config)).toBe(false);
  });
});

describe('an editor with the YAML language server', () => {
  test.each([
    ['recipe:\n  - op: |', ['reduce', 'resize', 'centre-square', 'colour-mask', 'median']],
    ['augment:\n  - op: rotate\n    |', ['degrees', 'border']],
    ['augment:\n  - op: rotate\n    border: |', ['nearest', 'reflect', 'wrap', 'constant']],
    ['augment:\n  - op: sequence\n    ops:\n      - op: gamma\n        |', ['gamma']],
    ['model:\n  name: small-cnn\n  |', ['filters', 'dropout']],
    ['train:\n  optimiser:\n    name: sgd\n    |', ['learningRate', 'momentum', 'nesterov']],
  ])('completes %j', async (text, labels) => {
    expect(await editor.completions(text)).toEqual(labels);
  });

  test('completes the names of all models', async () => {
    expect(await editor.completions('model:\n  name: |')).toEqual(names);
    expect(names).toEqual(expect.arrayContaining(['small-cnn', 'vgg16', 'file', 'auto']));
  });

  test('says what a field is, and what is wrong', async () => {
    const text = 'augment:\n  - op: rotate\n    degrees: [1, 2]\n';
    expect(await editor.hover(text, 'degrees')).toContain('The angle of the rotation');
    expect(await editor.problems(text)).toEqual([]);
    expect(await editor.problems('recipe:\n  - op: rezise\n')).toContainEqual(
      expect.stringContaining('"resize"'),
    );
  });
});
