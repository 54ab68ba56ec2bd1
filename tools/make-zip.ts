import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip archive for a test. Fields of its headers that are left out are correct. */
export interface TestEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly deflated?: boolean;
  /** The size, checksum and flags that the headers state. */
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  /** The offset of the header that the directory states. */
  readonly header?: number;
}

/** Writes a zip archive, whose headers may be wrong. */
export function makeZip(entries: readonly TestEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { bytes, deflated = false, flags = 0, header = at } = entry;
    const { size = bytes.length, crc = crc32(bytes) } = entry;
    const name = Buffer.from(entry.name);
    const data = deflated ? deflateRawSync(bytes) : Buffer.from(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(deflated ? 8 : 0, 4);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, name, data]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(header, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), common, end, name);
    files.push(local);
    at += local.length;
  }
  const listing = Buffer.concat(directory);
  const tail = Buffer.alloc(22);
  tail.write('PK\u0005\u0006', 'latin1');
  tail.writeUInt16LE(entries.length, 8);
  tail.writeUInt16LE(entries.length, 10);
  tail.writeUInt32LE(listing.length, 12);
  tail.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, listing, tail]));
}
