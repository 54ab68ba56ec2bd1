import type { FieldReference, ModelReference } from '@sprout/runs';
import { fieldTable } from './field-table.ts';

/**
 * The part of a page about a model: what it is, an example, its parameters, its defaults.
 *
 * @param shared The fields that are described elsewhere on the page.
 */
export function modelText(
  { name, summary, fields, example, defaults }: ModelReference,
  shared: readonly FieldReference[],
): string {
  const own = fields.filter(({ key }) => !shared.some((field) => field.key === key));
  const lines = Object.entries(defaults).map(([path, value]) => `| \`${path}\` | \`${value}\` |\n`);
  const table = `| field that is left out | value |\n| --- | --- |\n${lines.join('')}`;
  return `## ${name}

${summary.replace(/^./, (first) => first.toUpperCase())}.

\`\`\`yaml
model: ${example}
\`\`\`

${own.length === 0 && shared.length > 0 ? 'It has the fields of every base.\n' : fieldTable(own)}
${lines.length === 0 ? '' : table}`;
}
