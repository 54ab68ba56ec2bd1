import {
  closeSync,
  constants,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  decodeEntry,
  encodeEntry,
  encodeHeader,
  ENTRY_BYTES,
  HEADER_BYTES,
  type RecordEntry,
  type RecordFormat,
} from './record-index.ts';

/** The names of the files. Files of another format are emptied, so a user's files are unlikely to have these names. */
export const RECORD_FILES = { index: 'sprout-records.index', data: 'sprout-records.data' } as const;

/** An entry and the slot that it describes. */
export interface StoredRecord {
  readonly slot: number;
  readonly entry: RecordEntry;
}

/**
 * The two files of a record cache: an index of entries of a fixed size, and the records, one in each slot. A record is
 * written before its entry. A slot whose entry does not match its checksum is free.
 */
export class RecordStore implements Disposable {
  readonly recordBytes: number;
  readonly #index: number;
  readonly #data: number;
  #isClosed = false;
  readonly #found = new Map<string, StoredRecord>();
  readonly #free: number[] = [];
  #slots = 0;

  /**
   * Opens or creates the files in an existing folder. Files of another format are emptied.
   *
   * @throws the system's error.
   */
  constructor(folder: string, format: RecordFormat) {
    this.recordBytes = format.height * format.width * format.channels;
    this.#index = openSync(join(folder, RECORD_FILES.index), constants.O_RDWR | constants.O_CREAT);
    try {
      this.#data = openSync(join(folder, RECORD_FILES.data), constants.O_RDWR | constants.O_CREAT);
    } catch (error) {
      closeSync(this.#index);
      throw error;
    }
    try {
      this.#load(encodeHeader(format));
    } catch (error) {
      this[Symbol.dispose]();
      throw error;
    }
  }

  /** The record of a source file, by the hash of its path. Its pixels have not been verified. */
  find(name: string): StoredRecord | undefined {
    return this.#found.get(name);
  }

  /** Reads a slot into `target` at `offset`. @returns Whether the whole record was read. */
  read(slot: number, target: Uint8Array, offset: number): boolean {
    const { recordBytes } = this;
    return readSync(this.#data, target, offset, recordBytes, slot * recordBytes) === recordBytes;
  }

  /** Writes a record into its old slot, or else into a free one. @returns The slot. @throws the system's error. */
  write(pixels: Uint8Array, entry: RecordEntry): number {
    const slot = this.#found.get(entry.name)?.slot ?? this.#free.pop() ?? this.#slots++;
    writeFully(this.#data, pixels.subarray(0, this.recordBytes), slot * this.recordBytes);
    writeFully(this.#index, encodeEntry(entry), HEADER_BYTES + slot * ENTRY_BYTES);
    this.#found.set(entry.name, { slot, entry });
    return slot;
  }

  [Symbol.dispose](): void {
    if (this.#isClosed) return; // the descriptors may be those of other files by now
    this.#isClosed = true;
    closeSync(this.#index);
    closeSync(this.#data);
  }

  #load(header: Buffer): void {
    const index = readFileSync(this.#index);
    if (!index.subarray(0, HEADER_BYTES).equals(header)) {
      ftruncateSync(this.#index);
      ftruncateSync(this.#data);
      writeFully(this.#index, header, 0);
      return;
    }
    this.#slots = Math.floor((index.length - HEADER_BYTES) / ENTRY_BYTES);
    for (let slot = 0; slot < this.#slots; slot++) {
      const entry = decodeEntry(index, slot);
      if (entry === undefined || this.#found.has(entry.name)) this.#free.push(slot);
      else this.#found.set(entry.name, { slot, entry });
    }
  }
}

/** Writes all bytes: when a disk is nearly full, the first call writes a part and the next one fails. */
function writeFully(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
  }
}
