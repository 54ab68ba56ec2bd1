import { type Machine, pop, popMany, top } from './machine.ts';
import { isName, type PickleName, type PickleValue } from './pickle-value.ts';

/** The opcodes GLOBAL and STACK_GLOBAL. */
export function importName({ rules, invalid }: Machine, path: readonly PickleValue[]): PickleName {
  const [module, attribute] = path;
  if (typeof module !== 'string' || typeof attribute !== 'string')
    throw invalid('its pickle imports a name that is no text');
  const name = `${module}.${attribute}`;
  if (rules.allows(name)) return { kind: 'name', name };
  throw invalid(`its pickle imports ${name}; only tensors and plain data are read`);
}

/** The opcode REDUCE. */
export function callName(machine: Machine): PickleValue {
  const { rules, invalid } = machine;
  const [name, args] = popMany(machine, 2);
  if (!isName(name)) throw invalid('its pickle calls a value that is not an imported name');
  const value = Array.isArray(args) ? rules.call(name.name, args) : undefined;
  if (value === undefined)
    throw invalid(`its pickle calls ${name.name} with arguments that are refused`);
  return value;
}

/** The opcode BUILD: the attributes of an ordered dictionary, which PyTorch uses for versions, are left out. */
export function build(machine: Machine): void {
  const attributes = pop(machine);
  const isFine = top(machine) instanceof Map && attributes instanceof Map;
  if (!isFine)
    throw machine.invalid('its pickle sets the attributes of a value that is no dictionary');
}

/** The opcode BINPERSID. */
export function persistent(machine: Machine): PickleValue {
  const value = machine.rules.persistent(pop(machine));
  if (value === undefined) throw machine.invalid('its pickle refers to a storage that is refused');
  return value;
}

/** The opcodes SETITEM and SETITEMS. */
export function addItems(machine: Machine, items: readonly PickleValue[]): void {
  const { invalid } = machine;
  const dictionary = top(machine);
  if (!(dictionary instanceof Map) || items.length % 2 !== 0)
    throw invalid('its pickle sets an item of a value that is no dictionary');
  for (let index = 0; index < items.length; index += 2) {
    const key = items[index]!; // the number of items is even
    if (typeof key !== 'string' && typeof key !== 'number')
      throw invalid('its pickle has a dictionary with a key that is no text or number');
    if (dictionary.has(key)) throw invalid(`its pickle has the key ${key} twice`);
    dictionary.set(key, items[index + 1]!);
  }
}
