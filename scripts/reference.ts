// npm run reference: writes docs/reference, the fields of recipes, augmentations and configurations, from the schemas.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { referencePages } from './reference/pages.ts';

const folder = fileURLToPath(new URL('../docs/reference', import.meta.url));
await mkdir(folder, { recursive: true });
for (const [name, text] of await referencePages()) await writeFile(join(folder, name), text);
