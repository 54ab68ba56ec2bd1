import type { PickleRules } from '../pickle/pickle-rules.ts';
import { isName, type PickleValue } from '../pickle/pickle-value.ts';
import { STORAGE_TYPES } from './storage-types.ts';
import { isStorage, isTensor, type TorchStorage } from './torch-objects.ts';

type Call = (args: readonly PickleValue[]) => PickleValue | undefined;

/** The calls that the pickle of a state dictionary makes. */
const CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['collections.OrderedDict', orderedDictionary],
  ['torch._utils._rebuild_tensor', rebuildTensor],
  ['torch._utils._rebuild_tensor_v2', rebuildTensor],
  ['torch._utils._rebuild_parameter', ([data]) => (isTensor(data) ? data : undefined)],
  ['torch.Size', ([sizes]) => (isWholeNumbers(sizes) ? sizes : undefined)],
  ['torch.device', ([device]) => (typeof device === 'string' ? device : undefined)],
]);

const DTYPES: ReadonlySet<string> = new Set(
  'float32 float64 float16 bfloat16 int8 uint8 int16 int32 int64 bool'
    .split(' ')
    .map((name) => `torch.${name}`),
);

/** The closed list of names that a state dictionary may import, a part of those that PyTorch's `weights_only` knows. */
export const TORCH_RULES: PickleRules = {
  allows: (name) => CALLS.has(name) || STORAGE_TYPES.has(name) || DTYPES.has(name),
  call: (name, args) => CALLS.get(name)?.(args),
  persistent,
};

/** `('storage', class, key, location, count)`; files of the old format add a view, which is None. */
function persistent(id: PickleValue): TorchStorage | undefined {
  if (!Array.isArray(id) || id.length < 5 || id.length > 6) return undefined;
  const [tag, storageClass, key, , count, view = null] = id;
  const type = isName(storageClass) ? STORAGE_TYPES.get(storageClass.name) : undefined;
  if (tag !== 'storage' || type === undefined || typeof key !== 'string') return undefined;
  if (!isWhole(count) || view !== null) return undefined;
  return { kind: 'storage', key, type, count };
}

function rebuildTensor(args: readonly PickleValue[]): PickleValue | undefined {
  const [storage, offset, shape, strides] = args;
  if (!isStorage(storage) || !isWhole(offset)) return undefined;
  if (!isWholeNumbers(shape) || !isWholeNumbers(strides)) return undefined;
  if (shape.length !== strides.length) return undefined;
  return { kind: 'tensor', storage, offset, shape, strides } as PickleValue; // with fields beyond those of PickleObject
}

/** Python 2 passed the items as arguments, which is refused. Later writers pass none, and set the items afterwards. */
function orderedDictionary(args: readonly PickleValue[]): PickleValue | undefined {
  const [items = []] = args;
  return Array.isArray(items) && items.length === 0 ? new Map() : undefined;
}

function isWholeNumbers(value: PickleValue | undefined): value is number[] {
  return Array.isArray(value) && value.every(isWhole);
}

function isWhole(value: PickleValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
