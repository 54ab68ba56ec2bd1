import { MARK, type Machine, pop, popMany, popToMark, top } from './machine.ts';
import { addItems, build, callName, importName, persistent } from './objects.ts';
import { readFloat, readInt, readLine, readLong } from './numbers.ts';
import type { PickleValue } from './pickle-value.ts';

type Opcode = (machine: Machine) => void;

const pushes =
  (read: (machine: Machine) => PickleValue): Opcode =>
  (machine) => {
    machine.stack.push(read(machine));
  };

const remember = (machine: Machine, key: number): void => {
  machine.memo.set(key, top(machine));
};

const recall = ({ memo, invalid }: Machine, key: number): PickleValue => {
  const value = memo.get(key);
  if (value === undefined)
    throw invalid(`its pickle recalls the value ${key}, which it has not stored`);
  return value;
};

const append = (machine: Machine, values: readonly PickleValue[]): void => {
  const list = top(machine);
  if (!Array.isArray(list)) throw machine.invalid('its pickle appends to a value that is no list');
  for (const value of values) list.push(value);
};

/** The opcodes that are read, as PyTorch's `weights_only`, and those of later protocols for the same data. */
export const OPCODES: ReadonlyMap<string, Opcode> = new Map<string, Opcode>([
  ['\u0080', ({ cursor, invalid }) => checkProtocol(cursor.u8(), invalid)],
  ['\u0095', ({ cursor }) => void cursor.u64()], // frame
  ['(', ({ stack }) => void stack.push(MARK)],
  ['0', (machine) => void pop(machine)],
  ['1', (machine) => void popToMark(machine)],
  ['N', pushes(() => null)],
  ['\u0088', pushes(() => true)],
  ['\u0089', pushes(() => false)],
  ['K', pushes(({ cursor }) => cursor.u8())],
  ['M', pushes(({ cursor }) => cursor.u16())],
  ['J', pushes(readInt)],
  ['\u008a', pushes((machine) => readLong(machine, machine.cursor.u8()))],
  ['\u008b', pushes((machine) => readLong(machine, machine.cursor.u32()))],
  ['G', pushes(readFloat)],
  ['X', pushes(({ cursor }) => cursor.text(cursor.u32()))],
  ['\u008c', pushes(({ cursor }) => cursor.text(cursor.u8()))],
  ['\u008d', pushes(({ cursor }) => cursor.text(cursor.u64()))],
  ['U', pushes(({ cursor }) => cursor.text(cursor.u8()))], // the str of Python 2
  ['T', pushes(({ cursor }) => cursor.text(cursor.u32()))],
  ['C', pushes(({ cursor }) => cursor.take(cursor.u8()))],
  ['B', pushes(({ cursor }) => cursor.take(cursor.u32()))],
  [')', pushes(() => [])],
  [']', pushes(() => [])],
  ['}', pushes(() => new Map())],
  ['t', pushes(popToMark)],
  ['l', pushes(popToMark)],
  ['\u0085', pushes((machine) => popMany(machine, 1))],
  ['\u0086', pushes((machine) => popMany(machine, 2))],
  ['\u0087', pushes((machine) => popMany(machine, 3))],
  ['a', (machine) => append(machine, popMany(machine, 1))],
  ['e', (machine) => append(machine, popToMark(machine))],
  ['s', (machine) => addItems(machine, popMany(machine, 2))],
  ['u', (machine) => addItems(machine, popToMark(machine))],
  ['q', (machine) => remember(machine, machine.cursor.u8())],
  ['r', (machine) => remember(machine, machine.cursor.u32())],
  ['\u0094', (machine) => remember(machine, machine.memo.size)],
  ['h', pushes((machine) => recall(machine, machine.cursor.u8()))],
  ['j', pushes((machine) => recall(machine, machine.cursor.u32()))],
  ['c', pushes((machine) => importName(machine, [readLine(machine), readLine(machine)]))],
  ['\u0093', pushes((machine) => importName(machine, popMany(machine, 2)))],
  ['R', pushes(callName)],
  ['b', build],
  ['Q', pushes(persistent)],
]);

function checkProtocol(protocol: number, invalid: Machine['invalid']): void {
  if (protocol < 2 || protocol > 5)
    throw invalid(`its pickle has protocol ${protocol}, not 2 to 5`);
}
