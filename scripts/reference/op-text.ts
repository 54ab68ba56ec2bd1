import type { OpReference } from '@sprout/runs';
import { fieldTable } from './field-table.ts';

/** The part of a page about an op: what it does, an example, its fields. */
export function opText({ name, kind, description, fields, example }: OpReference): string {
  const level = kind === 'recipe' ? '##' : '###';
  return `${level} ${name}

${description}

\`\`\`yaml
- ${example}
\`\`\`

${fieldTable(fields)}`;
}
