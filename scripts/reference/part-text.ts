import { type ConfigPart, specText } from '@sprout/runs';
import { fieldTable } from './field-table.ts';

/** The section of a page about a part of a configuration, with an example. */
export function partText({ path, name, description, fields }: ConfigPart): string {
  const title = path === '' ? 'The sections' : name === undefined ? path : `${path}: ${name}`;
  const text = name === undefined ? description : `The fields of \`{ name: ${name} }\`.`;
  return `## ${title}

${text}

\`\`\`yaml
${exampleOf(path, name)}
\`\`\`

${fieldTable(fields)}`;
}

const EXAMPLES: Readonly<Record<string, object>> = {
  '': {
    data: { folder: 'photos', validation: { perClass: 12 } },
    recipe: [{ op: 'resize', height: 150, width: 150 }],
    augment: [{ op: 'flip-horizontal' }],
    model: { name: 'small-cnn' },
    train: { epochs: 30 },
    engine: 'auto',
    workers: 2,
  },
  data: { data: { folder: 'photos', validation: { fraction: 0.2 }, onBad: 'skip' } },
  train: {
    train: {
      epochs: 30,
      batchSize: 32,
      labelSmoothing: 0.1,
      earlyStopping: { patience: 5 },
      seed: 0,
    },
  },
};

function exampleOf(path: string, name: string | undefined): string {
  const value = name === undefined ? EXAMPLES[path] : nested(path.split('.'), { name });
  return Object.entries(value ?? {})
    .map(([key, field]) => `${key}: ${specText(field)}`)
    .join('\n');
}

function nested(path: readonly string[], value: object): object {
  return path.reduceRight<object>((inner, key) => ({ [key]: inner }), value);
}
