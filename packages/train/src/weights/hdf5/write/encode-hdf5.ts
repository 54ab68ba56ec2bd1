import { ByteWriter } from './byte-writer.ts';
import { type Append, INTERNAL_K, LEAF_K, writeGroupIndex } from './group-index.ts';
import type { DatasetContent, GroupContent } from './hdf5-content.ts';
import { attributeMessage, datasetMessages, groupMessage, objectHeader } from './messages.ts';

const SUPERBLOCK_SIZE = 96;

/**
 * Encodes groups, attributes of texts and datasets of 32-bit floats as an HDF5 file that every version of HDF5 reads: superblock
 * 0, groups with symbol tables, contiguous datasets, texts of fixed length. The counterpart of `openHdf5`. An attribute may have
 * up to 64 KB.
 *
 * @returns A fresh array.
 * @see https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t1.html
 */
export function encodeHdf5(root: GroupContent): Uint8Array {
  const parts: Uint8Array[] = [];
  let end = SUPERBLOCK_SIZE;
  const append: Append = (bytes) => {
    const at = end;
    const gap = (8 - (bytes.length % 8)) % 8;
    parts.push(bytes, new Uint8Array(gap));
    end += bytes.length + gap;
    return at;
  };
  const written = writeGroup(root, append);
  const file = new Uint8Array(end);
  file.set(superblock(written, end));
  let at = SUPERBLOCK_SIZE;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

interface WrittenGroup {
  readonly header: number;
  readonly tree: number;
  readonly heap: number;
}

/** Writes a group after its children, whose addresses it holds. */
function writeGroup({ attributes, children }: GroupContent, append: Append): WrittenGroup {
  const links = [...children].map(([name, child]) => ({
    name,
    address:
      child.kind === 'group' ? writeGroup(child, append).header : writeDataset(child, append),
  }));
  const { tree, heap } = writeGroupIndex(links, append);
  const texts = [...attributes].map(([name, value]) => attributeMessage(name, value));
  return { header: append(objectHeader([groupMessage(tree, heap), ...texts])), tree, heap };
}

function writeDataset({ shape, data }: DatasetContent, append: Append): number {
  const at = append(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  return append(objectHeader(datasetMessages(shape, at, data.byteLength)));
}

function superblock({ header, tree, heap }: WrittenGroup, end: number): Uint8Array {
  return new ByteWriter()
    .bytes(Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a))
    .u8(0, 0, 0, 0, 0, 8, 8, 0) // versions; addresses and lengths of 8 bytes
    .u16(LEAF_K)
    .u16(INTERNAL_K)
    .u32(0)
    .address(0)
    .address(undefined) // no list of free space
    .address(end)
    .address(undefined) // no driver
    .u64(0) // the root has no name
    .address(header)
    .u32(1) // its tree and its heap follow
    .u32(0)
    .address(tree)
    .address(heap)
    .finish();
}
