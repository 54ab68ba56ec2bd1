import type { Json } from '@sprout/core';

const ZEROS = { class_name: 'Zeros', config: {} };

/** The same JSON with zeros for every `*_initializer`: no random numbers are drawn for weights that are set afterwards. */
export function withZeroInitialisers(value: Json): Json {
  if (Array.isArray(value)) return value.map(withZeroInitialisers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      key.endsWith('_initializer') ? ZEROS : withZeroInitialisers(field),
    ]),
  );
}
