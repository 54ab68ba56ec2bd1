import type { NumberType } from '../source/number-type.ts';

/** PyTorch's classes of storages, with the type of their numbers. */
export const STORAGE_TYPES: ReadonlyMap<string, NumberType> = new Map([
  ['torch.FloatStorage', 'f32'],
  ['torch.DoubleStorage', 'f64'],
  ['torch.HalfStorage', 'f16'],
  ['torch.BFloat16Storage', 'bf16'],
  ['torch.CharStorage', 'i8'],
  ['torch.ByteStorage', 'u8'],
  ['torch.ShortStorage', 'i16'],
  ['torch.IntStorage', 'i32'],
  ['torch.LongStorage', 'i64'],
  ['torch.BoolStorage', 'bool'],
]);
