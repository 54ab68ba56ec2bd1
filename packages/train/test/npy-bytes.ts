/** The bytes of a `.npy` file of version 1 with this header. */
export function npyBytes(header: string, data: Uint8Array = new Uint8Array(0)): Uint8Array {
  const start = Buffer.from('\u0093NUMPY\u0001\0\0\0', 'latin1');
  start.writeUInt16LE(header.length, 8);
  return new Uint8Array(Buffer.concat([start, Buffer.from(header), data]));
}

/** The bytes of a `.npy` file with these floats. */
export function npyFloats(...values: number[]): Uint8Array {
  const data = new Uint8Array(Float32Array.from(values).buffer);
  return npyBytes(`{'descr': '<f4', 'fortran_order': False, 'shape': (${values.length},), }`, data);
}
