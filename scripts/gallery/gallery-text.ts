import { parseAugmentation } from '@sprout/imgproc';
import { exampleSpec } from './example-specs.ts';
import { FAMILIES } from './families.ts';
import { opSentence } from './op-sentence.ts';

const HEAD = `# The ops of an augmentation

Each picture shows a drawn seedling at the left, and the results of an op with the numbers of four draws. \`npm run gallery\` writes this folder
from the table of the ops.
`;

/** The README of the gallery: the ops by family, each with its first sentence, its spec and its picture. */
export async function galleryText(): Promise<string> {
  const parts = [HEAD];
  for (const [family, names] of Object.entries(FAMILIES)) {
    parts.push(`## ${family}\n`);
    for (const name of names) parts.push(await entry(name));
  }
  return parts.join('\n');
}

/** The name of the picture of an op, in the folder of the gallery. */
export function pictureName(name: string): string {
  return `${name}.png`;
}

async function entry(name: string): Promise<string> {
  const sentence = (await opSentence(name)) ?? '';
  const [spec] = parseAugmentation([exampleSpec(name)]);
  return `### ${name}\n\n${sentence}\n\n\`${specText(spec)}\`\n\n![${name}](${pictureName(name)})\n`;
}

/** A spec as YAML writes it in one line. */
function specText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(specText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{ ${fields.map(([name, field]) => `${name}: ${specText(field)}`).join(', ')} }`;
}
