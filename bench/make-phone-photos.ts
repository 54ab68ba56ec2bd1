import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rngAt } from '@sprout/core';
import sharp from 'sharp';
import { photographs } from './make-photographs.ts';

const HEIGHT = 3024;
const WIDTH = 4032;
const SCENES = 4;
/** With it the files have 3 to 4 MB, as those of phones. */
const GRAIN = 20;

/**
 * Writes a class folder of JPEGs of 12 megapixels, quality 90, 4:2:0, every second one stored on its side. Four scenes are encoded;
 * the files are copies of them that differ in a comment.
 */
export async function makePhonePhotos(folder: string, count: number): Promise<void> {
  const originals = await photographs();
  const scenes: Buffer[] = [];
  for (let scene = 0; scene < SCENES; scene++) scenes.push(await encodeScene(originals, scene));
  for (let number = 0; number < count; number++) {
    const target = join(folder, `class ${number % 2}`);
    await mkdir(target, { recursive: true });
    const name = `${String(number).padStart(4, '0')}.jpg`;
    const scene = scenes[Math.trunc(number / 2) % SCENES]!;
    await writeFile(join(target, name), withComment(scene, name));
  }
}

/** A photograph at the size of a phone's, with grain. */
async function encodeScene(originals: readonly Uint8Array[], scene: number): Promise<Buffer> {
  const original = originals[rngAt(0, ['scene', scene]).integer(originals.length)];
  const size = { width: WIDTH, height: HEIGHT, channels: 3 } as const;
  const noise = { type: 'gaussian', mean: 128, sigma: GRAIN } as const;
  const grain = await sharp({ create: { ...size, background: 'grey', noise } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return sharp(original)
    .resize(WIDTH, HEIGHT, { fit: 'cover' })
    .composite([{ input: grain, blend: 'overlay' }])
    .removeAlpha()
    .withMetadata({ orientation: scene % 2 === 0 ? 1 : 6 })
    .jpeg({ quality: 90, chromaSubsampling: '4:2:0' })
    .toBuffer();
}

/** A JPEG file with a comment before its first segment. */
function withComment(jpeg: Uint8Array, text: string): Uint8Array {
  const comment = Buffer.from(`\xff\xfe\0${String.fromCharCode(text.length + 2)}${text}`, 'latin1');
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
}
