import type { ByteSource, Cursor } from '@sprout/core';
import { MARK, type Machine } from './machine.ts';
import { OPCODES } from './opcodes.ts';
import type { PickleRules } from './pickle-rules.ts';
import type { PickleValue } from './pickle-value.ts';

/** The checkpoint of a large network has 100,000. The limit bounds the memory for values that take one byte in the file. */
const MOST_OPCODES = 400_000;

/**
 * Reads one pickle (protocols 2 to 5), by a closed list of opcodes. Imported names stay names, and calls are answered by
 * `rules`; nothing is executed.
 *
 * @param cursor At the first byte of the pickle; afterwards behind its last.
 * @throws {SproutError} `file-invalid`, with the name of anything that the rules do not allow.
 * @see https://docs.python.org/3/library/pickletools.html
 */
export function unpickle(
  source: Pick<ByteSource, 'invalid'>,
  cursor: Cursor,
  rules: PickleRules,
): PickleValue {
  const machine: Machine = { invalid: source.invalid, cursor, rules, stack: [], memo: new Map() };
  for (let count = 0; ; count++) {
    if (count > MOST_OPCODES)
      throw source.invalid(`its pickle has more than ${MOST_OPCODES} opcodes`);
    const at = cursor.at();
    const code = String.fromCharCode(cursor.u8());
    if (code === '.') break;
    const opcode = OPCODES.get(code);
    if (opcode === undefined) {
      const hex = code.charCodeAt(0).toString(16).padStart(2, '0');
      throw source.invalid(`its pickle has the opcode 0x${hex} at ${at}, which is refused`);
    }
    opcode(machine);
  }
  const [value, ...rest] = machine.stack;
  if (value === undefined || value === MARK || rest.length > 0)
    throw source.invalid('its pickle does not end with one value');
  return value;
}
