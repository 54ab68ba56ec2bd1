import {
  configReference,
  type FieldReference,
  type ModelReference,
  modelReference,
  models,
  type OpReference,
  ops,
} from '@sprout/runs';
import { format } from 'prettier';
import { FAMILIES } from '../gallery/families.ts';
import { fieldTable } from './field-table.ts';
import { partText } from './part-text.ts';
import { modelText } from './model-text.ts';
import { opText } from './op-text.ts';

const NOTE = `\`npm run reference\` writes this page from the schemas that check configurations.`;

const INTERVALS = `A field of the type \`[low, high]\` is an interval: a number is drawn from it for each image, uniformly unless stated otherwise. Two equal numbers fix
it.`;

/** The pages of the reference by their file names, formatted as the other documents are. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  const all = await ops();
  const pages = new Map([
    ['README.md', index()],
    ['recipe-ops.md', recipePage(all)],
    ['augmentation-ops.md', augmentationPage(all)],
    ['models.md', await modelsPage()],
    ['training-configuration.md', await configurationPage()],
  ]);
  const formatted = [...pages].map(
    async ([name, text]) =>
      [
        name,
        await format(text, { parser: 'markdown', printWidth: 100, singleQuote: true }),
      ] as const,
  );
  return new Map(await Promise.all(formatted));
}

function index(): string {
  return `# Reference

All fields of a configuration file, with types, limits, defaults and examples:

- [Ops of a recipe](recipe-ops.md): how each image is prepared
- [Ops of an augmentation](augmentation-ops.md): how training images are changed at random
- [Models](models.md): their parameters and defaults
- [The training configuration](training-configuration.md): the other fields

\`sprout ops NAME\` and \`sprout models NAME\` print the same text, and with \`--json\` the same data. Editors use \`sprout.schema.json\`, which is beside the built program:
the first line \`# yaml-language-server: $schema=node_modules/@sprout/cli/dist/sprout.schema.json\` of a configuration makes an editor complete ops, models and fields.

${NOTE}
`;
}

function recipePage(all: readonly OpReference[]): string {
  const own = all.filter(({ kind }) => kind === 'recipe');
  return `# Ops of a recipe

A recipe is a list of these ops under \`recipe\`. The same file gives the same pixels. ${NOTE}

${own.map(opText).join('\n')}`;
}

function augmentationPage(all: readonly OpReference[]): string {
  const named = new Map(all.map((op) => [op.name, op]));
  const parts = Object.entries(FAMILIES).map(([family, names]) => {
    const texts = names.map((name) => opText(named.get(name)!)); // a test compares the families with the ops
    return `## ${family}\n\n${texts.join('\n')}`;
  });
  return `# Ops of an augmentation

An augmentation is a list of these ops under \`augment\`. The same seed, epoch and image give the same pixels. ${INTERVALS} The [gallery](../gallery/README.md) has a
picture of each op. ${NOTE}

${parts.join('\n')}`;
}

async function modelsPage(): Promise<string> {
  const listed = await models();
  const bases = new Set([...listed.filter(({ base }) => base).map(({ name }) => name), 'file']);
  const names = [...listed.map(({ name }) => name), 'file', 'auto'];
  const all = await Promise.all(names.map(modelReference));
  const shared = sharedFields(all.filter(({ name }) => bases.has(name)));
  const texts = all.map((model) => modelText(model, bases.has(model.name) ? shared : []));
  return `# Models

The section \`model\` of a configuration has the name of a model and its parameters. \`sprout models\` lists sizes and licences. ${NOTE}

## The fields of every base

A base is a network with released weights; \`file\` is a base in a file. Each of them has these fields, and some have parameters of their own.

${fieldTable(shared)}
${texts.join('\n')}`;
}

/** The fields that all of the models have. */
function sharedFields([first, ...others]: readonly ModelReference[]): readonly FieldReference[] {
  return (first?.fields ?? []).filter(({ key }) =>
    others.every(({ fields }) => fields.some((field) => field.key === key)),
  );
}

async function configurationPage(): Promise<string> {
  const parts = await configReference();
  return `# The training configuration

A configuration file (YAML or JSON) has these fields; each may be left out, and unknown ones are errors. \`--set train.epochs=3\` sets one on the command line.
\`sprout train DIR --print-config\` shows all of them as they are used. [Ops of a recipe](recipe-ops.md), [ops of an augmentation](augmentation-ops.md) and
[models](models.md) have pages of their own. ${NOTE}

${parts.map(partText).join('\n')}`;
}
