import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { elementCount } from '../src/tensor/element-count.ts';
import type { NamedTensor } from '../src/tensor/named-tensor.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/models', import.meta.url));

/** The path of a released file beside the clone; `undefined` where it does not exist. */
export function releasedFile(name: string): string | undefined {
  const path = `${folder}/${name}`;
  return existsSync(path) ? path : undefined;
}

/** The arrays of an `.npz` file, without any check. Little-endian 32-bit floats only. */
export function npzTensors(path: string): NamedTensor[] {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const tensors: NamedTensor[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    const isPacked = bytes.readUInt16LE(at + 10) === 8;
    const title = bytes.toString('utf8', at + 46, at + 46 + name!).replace(/\.npy$/, '');
    tensors.push({ name: title, ...npyArray(isPacked ? inflateRawSync(packed) : packed) });
    at += 46 + name! + extra! + comment!;
  }
  return tensors;
}

function npyArray(bytes: Buffer): Omit<NamedTensor, 'name'> {
  const start = 10 + bytes.readUInt16LE(8);
  const [, shapeText = ''] =
    /'shape': \(([\d, ]*)\)/.exec(bytes.toString('latin1', 10, start)) ?? [];
  const shape = shapeText.split(',').flatMap((size) => (size.trim() === '' ? [] : Number(size)));
  return { shape, data: floatsAt(bytes, start, elementCount(shape)) };
}

function floatsAt(bytes: Buffer, start: number, count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, at) => bytes.readFloatLE(start + 4 * at));
}
