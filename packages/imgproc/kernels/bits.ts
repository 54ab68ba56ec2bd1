/** The next bits of the segment, from the highest bit on. */
export let bits: u64 = 0;
/** The number of those bits. */
export let held: i32 = 0;
/** The address of the 8 bytes after them. */
export let next: usize = 0;

/** Starts at the bytes below an address, in descending order: 8 of them are a number with the first in the highest bits. */
export function startReading(top: usize): void {
  keepBits(0, 0, top - 8);
}

/** Sets the state. Functions that read many bits keep it in local variables while they do. */
export function keepBits(buffer: u64, count: i32, from: usize): void {
  bits = buffer;
  held = count;
  next = from;
}

/** The number of unread bits in the bytes down to an address; negative if more were read. */
export function bitsLeft(address: usize): i32 {
  return <i32>(next + 8 - address) * 8 + held;
}
