import type { OpReference } from '@sprout/runs';
import { fieldTable } from './field-table.ts';

/** The section of a page about an op: a description, an example and its fields. */
export function opText({ name, kind, description, fields, example }: OpReference): string {
  const level = kind === 'recipe' ? '##' : '###';
  return `${level} ${name}

${description}

\`\`\`yaml
- ${example}
\`\`\`

${fieldTable(fields)}`;
}
