import { readFileSync } from 'node:fs';
import type { NamedTensor } from '../src/tensor/named-tensor.ts';
import { elementCount } from '../src/tensor/element-count.ts';

type Value = string | number | boolean | null | Value[] | { readonly items: Map<string, Value> };

/**
 * The float tensors of a PyTorch state dictionary in the old format, without any check. Calls are read as lists of their function's
 * name and their arguments: `["torch._utils _rebuild_tensor_v2", [storage, offset, sizes, ...]]`.
 */
export function oldPthTensors(path: string): NamedTensor[] {
  const bytes = readFileSync(path);
  let at = 0;
  const next = (): Value => {
    const { value, end } = unpickled(bytes, at);
    at = end;
    return value;
  };
  const [, , , state, keys] = [next(), next(), next(), next(), next()];
  const storages = new Map<string, number>();
  const entries = [...(state as { items: Map<string, Value> }).items].map(([name, call]) => {
    const [[storage], , shape, strides] = (call as [string, Value[]])[1] as [
      [Value[]],
      number,
      number[],
      number[],
    ];
    const [, type, key] = storage as [string, string, string];
    return { name, type, key, shape, strides };
  });
  const types = new Map(entries.map(({ key, type }) => [key, type]));
  for (const key of keys as string[]) {
    storages.set(key, at + 8);
    const size = types.get(key) === 'torch LongStorage' ? 8 : 4;
    at += 8 + size * Number(bytes.readBigInt64LE(at));
  }
  return entries
    .filter(({ type }) => type === 'torch FloatStorage')
    .map(({ name, key, shape, strides }) => {
      const start = storages.get(key)!; // every key is listed
      const data = Float32Array.from({ length: elementCount(shape) }, (_, n) =>
        bytes.readFloatLE(start + 4 * placeOf(n, shape, strides)),
      );
      return { name, shape, data };
    });
}

/** Where element n lies in a storage: the axes of a tensor may lie there in any order. */
function placeOf(n: number, shape: readonly number[], strides: readonly number[]): number {
  let [rest, place] = [n, 0];
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    place += (rest % shape[axis]!) * strides[axis]!;
    rest = Math.floor(rest / shape[axis]!);
  }
  return place;
}

/** Reads one pickle of the operations that these files use. */
function unpickled(bytes: Buffer, start: number): { readonly value: Value; readonly end: number } {
  const stack: Value[] = [];
  const marks: number[] = [];
  const memo = new Map<number, Value>();
  let at = start;
  const line = (): string => {
    const end = bytes.indexOf('\n', at);
    const text = bytes.toString('utf8', at, end);
    at = end + 1;
    return text;
  };
  const number = (size: 1 | 2 | 4): number => bytes.readUIntLE((at += size) - size, size);
  const sinceMark = (): Value[] => stack.splice(marks.pop()!);
  const call = (): unknown => stack.push([stack.splice(-2, 1)[0]!, stack.pop()!]);
  const setItems = (pairs: Value[]): void => {
    const target = stack.at(-1);
    const isDictionary = typeof target === 'object' && target !== null && 'items' in target;
    const { items } = isDictionary ? target : { items: new Map<string, Value>() };
    for (let n = 0; n < pairs.length; n += 2) items.set(pairs[n] as string, pairs[n + 1]!);
    if (!isDictionary) stack[stack.length - 1] = { items }; // the call of OrderedDict
  };
  const operations: Readonly<Record<string, () => unknown>> = {
    '\x80': () => number(1),
    '\x8a': () => {
      stack.push(0); // a long number, which is not needed
      at += 1 + bytes[at]!;
    },
    c: () => stack.push(`${line()} ${line()}`),
    ')': () => stack.push([]),
    ']': () => stack.push([]),
    '}': () => stack.push({ items: new Map() }),
    '(': () => marks.push(stack.length),
    q: () => memo.set(number(1), stack.at(-1)!),
    r: () => memo.set(number(4), stack.at(-1)!),
    h: () => stack.push(memo.get(number(1))!),
    j: () => stack.push(memo.get(number(4))!),
    X: () => {
      const length = number(4);
      stack.push(bytes.toString('utf8', at, (at += length)));
    },
    K: () => stack.push(number(1)),
    M: () => stack.push(number(2)),
    J: () => stack.push(number(4)),
    N: () => stack.push(null),
    '\x88': () => stack.push(true),
    '\x89': () => stack.push(false),
    t: () => stack.push(sinceMark()),
    '\x85': () => stack.push(stack.splice(-1)),
    '\x86': () => stack.push(stack.splice(-2)),
    R: call,
    Q: () => stack.push([stack.pop()!]),
    e: () => {
      const items = sinceMark();
      (stack.at(-1) as Value[]).push(...items);
    },
    s: () => setItems(stack.splice(-2)),
    u: () => setItems(sinceMark()),
    b: () => stack.pop(),
  };
  for (;;) {
    const code = String.fromCharCode(bytes[at++]!);
    if (code === '.') return { value: stack[0]!, end: at };
    operations[code]!();
  }
}
