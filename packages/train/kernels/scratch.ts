/** Imported: the address of the memory that only this thread uses, a part of the memory that all threads share. */
declare const SCRATCH: usize;

let end: usize = SCRATCH;

/** Reserves memory of this thread, for the life of the module. Its address is a multiple of 16. */
export function reserve(bytes: usize): usize {
  const start = end;
  end += (bytes + 15) & ~15;
  return start;
}
