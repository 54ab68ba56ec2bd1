/** A table of a JPEG file. `data` is a view of the file. */
export interface JpegTable {
  /** Of 4 quantisers; of 8 Huffman tables, 0 to 3 for DC and 4 to 7 for AC. */
  readonly index: number;
  readonly data: Uint8Array;
}

/** The quantisers in a segment, 64 bytes each, or `undefined` if it is damaged or has numbers of 16 bits. */
export function quantisers(segment: Uint8Array): JpegTable[] | undefined {
  return tables(segment, (header) => (header < 4 ? { index: header, length: 64 } : undefined));
}

/** The Huffman tables in a segment, 16 counts and the symbols of each, or `undefined` if it is damaged. */
export function huffmanTables(segment: Uint8Array): JpegTable[] | undefined {
  return tables(segment, (header, rest) => {
    const symbols = rest.subarray(0, 16).reduce((sum, count) => sum + count, 0);
    const isKnown = (header & ~0x13) === 0 && symbols <= 256;
    return isKnown ? { index: (header >> 2) | (header & 3), length: 16 + symbols } : undefined;
  });
}

type Read = (
  header: number,
  rest: Uint8Array,
) => { readonly index: number; readonly length: number } | undefined;

function tables(segment: Uint8Array, read: Read): JpegTable[] | undefined {
  const found: JpegTable[] = [];
  for (let at = 0; at < segment.length;) {
    const rest = segment.subarray(at + 1);
    const table = read(segment[at]!, rest);
    if (table === undefined || table.length > rest.length) return undefined;
    found.push({ index: table.index, data: rest.subarray(0, table.length) });
    at += 1 + table.length;
  }
  return found;
}
