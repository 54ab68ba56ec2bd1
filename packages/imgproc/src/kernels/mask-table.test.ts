import { expect, test } from 'vitest';
import { buildMaskTable, type PaletteColour } from './mask-table.ts';
import { redmeanDistance } from './redmean-distance.ts';

type Colour = PaletteColour['colour'];

function isKept(table: Uint32Array, [red, green, blue]: Colour): boolean {
  const number = red * 65_536 + green * 256 + blue;
  return Math.floor(table[Math.floor(number / 32)]! / 2 ** (number % 32)) % 2 === 1;
}

function countOf(table: Uint32Array): number {
  let count = 0;
  for (const word of table) {
    for (let bits = word; bits !== 0; bits &= bits - 1) count++;
  }
  return count;
}

/** The colours within the threshold, by definition, in a box of 41 values of each channel. */
function naive({ colour, threshold }: PaletteColour): Colour[] {
  const distance = redmeanDistance(colour);
  const around = (value: number) =>
    Array.from({ length: 41 }, (_, at) => value - 20 + at).filter(
      (each) => each >= 0 && each <= 255,
    );
  return around(colour[0]).flatMap((red) =>
    around(colour[1]).flatMap((green) =>
      around(colour[2]).flatMap((blue) =>
        distance(red, green, blue) <= threshold ? [[red, green, blue] as const] : [],
      ),
    ),
  );
}

test.each<PaletteColour>([
  { colour: [100, 150, 200], threshold: 300 },
  { colour: [0, 0, 0], threshold: 300 },
  { colour: [255, 255, 255], threshold: 300 },
  { colour: [3, 250, 128], threshold: 401 },
  { colour: [128, 128, 128], threshold: 0 },
])('the colours near $colour are kept and no others', (entry) => {
  const table = buildMaskTable([entry]);
  const expected = naive(entry);
  expect(expected.filter((colour) => !isKept(table, colour))).toEqual([]);
  expect(countOf(table)).toBe(expected.length);
});

test('the bit of a colour is given by its number', () => {
  const table = buildMaskTable([{ colour: [1, 2, 63], threshold: 0 }]);
  expect(table).toHaveLength(2 ** 19);
  expect(table[(65_536 + 512 + 32) / 32]).toBe(2 ** 31);
});

test('a palette keeps the colours near any of its colours', () => {
  const first = { colour: [10, 10, 10], threshold: 40 } as const;
  const second = { colour: [12, 10, 10], threshold: 40 } as const;
  const table = buildMaskTable([first, second]);
  const expected = new Set([...naive(first), ...naive(second)].map(String));
  expect(expected.size).toBeLessThan(naive(first).length + naive(second).length);
  expect(countOf(table)).toBe(expected.size);
});

test('an empty palette keeps nothing', () => {
  expect(countOf(buildMaskTable([]))).toBe(0);
});

test('the table is the same where there is no shared memory, as in most web pages', () => {
  const palette = [{ colour: [71, 86, 38], threshold: 1600 }] as const;
  const shared = buildMaskTable(palette);
  const Shared = globalThis.SharedArrayBuffer;
  Reflect.deleteProperty(globalThis, 'SharedArrayBuffer');
  try {
    const table = buildMaskTable(palette);
    expect(table.buffer).toBeInstanceOf(ArrayBuffer);
    expect(Buffer.compare(Buffer.from(table.buffer), Buffer.from(shared.buffer))).toBe(0);
  } finally {
    Object.defineProperty(globalThis, 'SharedArrayBuffer', {
      value: Shared,
      configurable: true,
      writable: true,
      enumerable: false,
    });
  }
});
