// npm run gallery [-- OP...]: writes docs/gallery, one picture for each op of an augmentation and a README that lists them. With names of
// ops only their pictures are written. It ends with 1 if an op shows nothing with its example, or is in no family.
import { augmentationOpNames } from '@sprout/imgproc';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import sharp from 'sharp';
import { opImages, row, showsChange } from './gallery/draw-picture.ts';
import { FAMILIES } from './gallery/families.ts';
import { galleryText, pictureName } from './gallery/gallery-text.ts';
import { shownOp } from './gallery/shown-op.ts';

const folder = fileURLToPath(new URL('../docs/gallery', import.meta.url));
const named = process.argv.slice(2);
const inFamilies = new Set(Object.values(FAMILIES).flat());

await mkdir(folder, { recursive: true });
for (const name of named.length > 0 ? named : augmentationOpNames) {
  const images = await opImages(shownOp(name).example);
  if (!showsChange(images)) fail(`${name} shows nothing: its definition needs an example`);
  if (!inFamilies.has(name)) fail(`${name} is in no family: families.ts`);
  const { height, width, data } = row(images);
  const picture = sharp(data, { raw: { height, width, channels: 3 } }).png({
    palette: true,
    effort: 10,
  });
  await writeFile(join(folder, pictureName(name)), await picture.toBuffer());
}
const pictures = augmentationOpNames.map(pictureName);
for (const entry of await readdir(folder, { withFileTypes: true }))
  if (entry.isFile() && !pictures.includes(entry.name)) await rm(join(folder, entry.name));
await writeFile(join(folder, 'README.md'), galleryText());

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
