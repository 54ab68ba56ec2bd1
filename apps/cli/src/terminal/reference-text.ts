import type { FieldReference, ModelReference, OpReference } from '@sprout/runs';

/** The ops of each kind with their summaries. */
export function opListText(ops: readonly OpReference[]): string {
  const width = Math.max(...ops.map(({ name }) => name.length));
  const part = (title: string, kind: OpReference['kind']): string[] => [
    title,
    ...ops
      .filter((op) => op.kind === kind)
      .map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
  ];
  return [
    ...part('Ops of a recipe:', 'recipe'),
    '',
    ...part('Ops of an augmentation:', 'augmentation'),
    '',
    'sprout ops NAME shows the fields of an op, and an example.',
  ].join('\n');
}

/** An op with its fields and its example. */
export function opText({ name, kind, description, fields, example }: OpReference): string {
  const list = kind === 'recipe' ? 'recipe' : 'augment';
  return [
    `${name}, an op of ${kind === 'recipe' ? 'a recipe' : 'an augmentation'}`,
    '',
    description,
    ...fieldsText(fields),
    '',
    'Example:',
    `  ${list}:`,
    `    - ${example}`,
  ].join('\n');
}

/** A model with its parameters, its defaults and its example. */
export function modelText({ name, summary, fields, defaults, example }: ModelReference): string {
  const width = Math.max(0, ...Object.keys(defaults).map((path) => path.length));
  const lines = Object.entries(defaults).map(
    ([path, value]) => `  ${path.padEnd(width)}  ${value}`,
  );
  return [
    `${name}: ${summary}`,
    ...fieldsText(fields),
    ...(lines.length > 0 ? ['', 'Defaults of the configuration:', ...lines] : []),
    '',
    'Example:',
    `  model: ${example}`,
  ].join('\n');
}

/** A line for each field with its type, limits and default, and its description below. */
function fieldsText(fields: readonly FieldReference[]): string[] {
  if (fields.length === 0) return ['', 'It has no fields.'];
  const lines = fields.flatMap((field) => [
    `  ${field.key}: ${factsOf(field)}`,
    `      ${field.description}`,
  ]);
  return ['', 'Fields:', ...lines];
}

function factsOf({ type, range, isRequired, ...field }: FieldReference): string {
  const limits = range === '' ? [] : [range];
  const rest = isRequired
    ? ['required']
    : field.default === undefined
      ? []
      : [`default ${field.default}`];
  return [type, ...limits, ...rest].join('; ');
}
