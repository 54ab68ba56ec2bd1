import { SproutError } from '@sprout/core';

/**
 * The numbers of a list such as `0-15,110`, each once, in the order of the list.
 *
 * @param count The number of filters of the layer.
 * @throws {SproutError} `option-invalid` for a list of another form, or a filter that does not exist.
 */
export function filterNumbers(list: string, count: number): number[] {
  const numbers = new Set<number>();
  for (const part of list.split(',')) {
    const [, first, last = first] = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from <= to && to < count)) {
      const rule = `numbers of filters from 0 to ${count - 1}, such as 0-15,110`;
      throw new SproutError('option-invalid', {
        option: 'filters',
        value: part.trim() || list,
        rule,
      });
    }
    for (let number = from; number <= to; number++) numbers.add(number);
  }
  return [...numbers];
}
