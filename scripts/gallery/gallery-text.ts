import { parseAugmentation } from '@sprout/imgproc';
import { specText } from '@sprout/runs';
import { FAMILIES } from './families.ts';
import { shownOp } from './shown-op.ts';

const HEAD = `# The ops of an augmentation

Each picture shows a drawn seedling at the left, and the results of an op with the numbers of four draws. \`npm run gallery\` writes this folder
from the table of the ops.
`;

/** The README of the gallery: the ops by family, each with its first sentence, its spec and its picture. */
export function galleryText(): string {
  const parts = [HEAD];
  for (const [family, names] of Object.entries(FAMILIES)) {
    parts.push(`## ${family}\n`);
    for (const name of names) parts.push(entry(name));
  }
  return parts.join('\n');
}

/** The name of the picture of an op, in the folder of the gallery. */
export function pictureName(name: string): string {
  return `${name}.png`;
}

function entry(name: string): string {
  const { summary, example } = shownOp(name);
  const [spec] = parseAugmentation([example]);
  return `### ${name}\n\n${summary}\n\n\`${specText(spec)}\`\n\n![${name}](${pictureName(name)})\n`;
}
