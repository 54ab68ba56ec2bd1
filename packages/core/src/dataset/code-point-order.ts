/** Compares by Unicode code points: the order of Python's `sorted` and of the bytes in UTF-8. */
export function compareCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** The texts sorted by code points. */
export function sortedByCodePoint(texts: Iterable<string>): string[] {
  const list = [...texts];
  // the built-in order by UTF-16 units is faster, and differs only for text with surrogates
  return list.some((text) => /[\ud800-\udfff]/.test(text))
    ? list.toSorted(compareCodePoints)
    : list.toSorted();
}

/** Surrogates encode code points above all others, so they rank highest. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
