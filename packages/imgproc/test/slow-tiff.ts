import sharp from 'sharp';

const TILE = 256;
const [SHORT, LONG] = [3, 4];

/**
 * A TIFF file of few bytes that takes seconds to decode: `side` x `side` tiles of 256 x 256 pixels, all with the same JPEG data.
 * Its header and its pixels are sound. `side` is at least 2.
 */
export async function slowTiff(side: number): Promise<Uint8Array> {
  const noise = Uint8Array.from({ length: TILE * TILE }, (_, at) => (at * at * 7919) >>> 5);
  const grey = { raw: { height: TILE, width: TILE, channels: 1 } } as const;
  const jpeg = await sharp(noise, grey).toColourspace('b-w').jpeg({ progressive: true }).toBuffer();
  const tiles = side * side;
  const offsets = 8 + jpeg.length;
  const lengths = offsets + 4 * tiles;
  const directory = lengths + 4 * tiles;
  const entries = [
    [256, LONG, 1, side * TILE], // width
    [257, LONG, 1, side * TILE], // height
    [258, SHORT, 1, 8],
    [259, SHORT, 1, 7], // JPEG
    [262, SHORT, 1, 1], // black is zero
    [277, SHORT, 1, 1], // channels
    [322, LONG, 1, TILE],
    [323, LONG, 1, TILE],
    [324, LONG, tiles, offsets],
    [325, LONG, tiles, lengths],
  ] as const;
  const bytes = Buffer.alloc(directory + 2 + 12 * entries.length + 4);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(directory, 4);
  jpeg.copy(bytes, 8);
  for (let tile = 0; tile < tiles; tile++) {
    bytes.writeUInt32LE(8, offsets + 4 * tile);
    bytes.writeUInt32LE(jpeg.length, lengths + 4 * tile);
  }
  bytes.writeUInt16LE(entries.length, directory);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = directory + 2 + 12 * index;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  }
  return bytes;
}
