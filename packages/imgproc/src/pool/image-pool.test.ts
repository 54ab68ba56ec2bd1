import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSproutError, type LentImages, type Sample } from '@sprout/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodePng } from '../codec/encode-png.ts';
import { createImagePool } from './create-image-pool.ts';
import type { ImagePool } from './image-pool.ts';

const recipe = [
  { op: 'resize', height: 20, width: 24 },
  { op: 'colour-mask', palette: [{ colour: [128, 128, 128], threshold: 60_000 }] },
  { op: 'median', size: 3 },
];
const augment = [{ op: 'flip-horizontal' }, { op: 'flip-vertical' }, { op: 'rotate' }];

let folder = '';
let samples: Sample[] = [];
let pool: ImagePool;

function sample(name: string): Sample {
  return { id: `class/${name}`, path: join(folder, name), label: 0 };
}

async function writePng(name: string, height: number, width: number): Promise<Sample> {
  const data = new Uint8Array(height * width * 3);
  for (let at = 0; at < data.length; at++) data[at] = (at * 7 + height * (at >> 5)) & 255;
  await writeFile(join(folder, name), await encodePng({ height, width, channels: 3, data }));
  return sample(name);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sprout-pool-'));
  samples = await Promise.all(
    Array.from({ length: 19 }, (_, number) =>
      writePng(`${number}.png`, 30 + number, 25 + 2 * number),
    ),
  );
  pool = await createImagePool({ workers: 1 });
}, 60_000);

afterAll(async () => {
  await pool[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
}, 60_000);

function hash(...parts: Uint8Array[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest('hex');
}

async function draw(part: readonly Sample[], epoch: number): Promise<Uint8Array> {
  const prepared = await pool.prepare(part, recipe);
  using lent = await pool.augment(prepared, part, { augment, seed: 0, epoch });
  return Uint8Array.from(lent.images);
}

function codes({ bad }: LentImages): [number, string][] {
  return bad.map(({ position, error }) => [position, error.code]);
}

describe('the same bytes', () => {
  test('with 0, 1, 2 and 4 workers, prepared, augmented and rendered, several batches at once', async () => {
    const hashes: string[] = [];
    for (const workers of [0, 1, 2, 4]) {
      await using some = await createImagePool({ workers });
      const parts = [samples, samples.slice(3, 8), samples.toReversed()];
      const batches = await Promise.all(
        parts.map(async (part) => {
          const prepared = await some.prepare(part, recipe);
          const before = hash(prepared.images);
          const options = { augment, seed: 5, epoch: 1 };
          using augmented = await some.augment(prepared, part, options);
          expect(augmented.bad).toEqual([]);
          using rendered = await some.render(part, { recipe, ...options });
          expect(hash(rendered.images)).toBe(hash(augmented.images));
          return before + hash(augmented.images);
        }),
      );
      hashes.push(batches.join());
    }
    expect(new Set(hashes).size).toBe(1);
  }, 120_000);

  test('for a sample at any position of a batch, but other bytes in another epoch', async () => {
    const length = 20 * 24 * 3;
    const [all, last, later] = [
      await draw(samples, 0),
      await draw(samples.slice(18), 0),
      await draw(samples, 1),
    ];
    expect(all.subarray(18 * length)).toEqual(last);
    expect(later).not.toEqual(all);
  });
});

describe('memory', () => {
  test('is used again after disposal, and not before', async () => {
    await using own = await createImagePool({ workers: 0 });
    const first = await own.prepare(samples.slice(0, 4), recipe);
    const kept = hash(first.images);
    const second = await own.prepare(samples.slice(4, 8), recipe);
    expect(second.images.buffer).not.toBe(first.images.buffer);
    expect(hash(first.images)).toBe(kept);
    first[Symbol.dispose]();
    first[Symbol.dispose](); // disposing of it again changes nothing
    using third = await own.prepare(samples.slice(8, 12), recipe);
    using fourth = await own.prepare(samples.slice(12, 16), recipe);
    expect(third.images.buffer).toBe(first.images.buffer);
    expect(fourth.images.buffer).not.toBe(third.images.buffer);
    second[Symbol.dispose]();
  });

  test('augment disposes of the prepared images', async () => {
    await using own = await createImagePool({ workers: 0 });
    const prepared = await own.prepare(samples, recipe);
    using augmented = await own.augment(prepared, samples, { augment, seed: 0, epoch: 0 });
    using next = await own.prepare(samples, recipe);
    expect(next.images.buffer).toBe(prepared.images.buffer);
    expect(augmented.images.buffer).not.toBe(prepared.images.buffer);
  });

  test('augment does not write to images that are not the pool’s own', async () => {
    const images = new Uint8Array(2 * 4 * 4 * 3).map((_, at) => at * 5);
    const before = Uint8Array.from(images);
    let disposed = 0;
    const lent = {
      images,
      height: 4,
      width: 4,
      channels: 3,
      bad: [],
      [Symbol.dispose]: () => void disposed++,
    };
    const flip = [{ op: 'flip-vertical', probability: 1 }];
    using result = await pool.augment(lent, samples.slice(0, 2), {
      augment: flip,
      seed: 0,
      epoch: 0,
    });
    expect(images).toEqual(before);
    expect(result.images.subarray(0, 12)).toEqual(before.subarray(36, 48));
    expect(disposed).toBeGreaterThan(0);
  });
});

describe('without a resize', () => {
  test('the first readable image decides the size, and others of another size are bad', async () => {
    await writeFile(join(folder, 'empty.png'), '');
    const same = await writePng('same.png', 30, 25);
    const part = [sample('empty.png'), samples[0]!, samples[1]!, same];
    using lent = await pool.prepare(part, [{ op: 'median', size: 3 }]);
    expect([lent.height, lent.width]).toEqual([30, 25]);
    expect(codes(lent)).toEqual([
      [0, expect.stringMatching(/^image-/)],
      [2, 'images-differ-in-size'],
    ]);
    const length = 30 * 25 * 3;
    const [empty, first, other, last] = [0, 1, 2, 3].map((at) =>
      lent.images.subarray(at * length, (at + 1) * length),
    );
    expect(first!.some((value) => value > 0)).toBe(true);
    expect(last).toEqual(first);
    expect(empty!.every((value) => value === 0) && other!.every((value) => value === 0)).toBe(true);
  });

  test('a batch without a readable image is empty', async () => {
    using lent = await pool.prepare([sample('no.png'), sample('neither.png')], []);
    expect([lent.height, lent.width, lent.images.length]).toEqual([0, 0, 0]);
    expect(codes(lent)).toEqual([
      [0, 'image-unreadable'],
      [1, 'image-unreadable'],
    ]);
  });
});

describe('bad files', () => {
  test('are listed with path and reason, are black, and do not change the others', async () => {
    await mkdir(join(folder, 'folder.png'), { recursive: true });
    const whole = await encodePng({
      height: 90,
      width: 90,
      channels: 3,
      data: new Uint8Array(24_300).fill(9),
    });
    await writeFile(join(folder, 'text.jpg'), 'this is no image');
    await writeFile(join(folder, 'page.png'), '<!doctype html><h1>404</h1>');
    await writeFile(
      join(folder, 'drawing.png'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    );
    await writeFile(join(folder, 'cut.png'), whole.subarray(0, 70));
    const names = [
      'text.jpg',
      'page.png',
      'drawing.png',
      'cut.png',
      'folder.png',
      'missing.png',
      'empty.png',
    ];
    const part = names.flatMap((name, at) => [sample(name), samples[at]!]);
    const alone = await pool.prepare(samples.slice(0, names.length), recipe);
    using lent = await pool.prepare(part, recipe);
    expect(lent.bad.map(({ position }) => position)).toEqual([0, 2, 4, 6, 8, 10, 12]);
    for (const { position, id, error } of lent.bad) {
      expect(error.code).toMatch(/^image-/);
      expect(error).toHaveProperty('context.file', part[position]!.path);
      expect(id).toBe(part[position]!.id);
    }
    const length = 20 * 24 * 3;
    for (let at = 0; at < part.length; at++) {
      const pixels = lent.images.subarray(at * length, (at + 1) * length);
      const good = alone.images.subarray((at >> 1) * length, ((at >> 1) + 1) * length);
      expect(pixels).toEqual(at % 2 === 0 ? new Uint8Array(length) : good);
    }
    alone[Symbol.dispose]();
  });

  test('that do not fit an op keep code and context from a worker', async () => {
    const prepared = await pool.prepare(samples, recipe);
    const turn = [{ op: 'quarter-turn', degrees: [90] }];
    using lent = await pool.augment(prepared, samples, { augment: turn, seed: 0, epoch: 0 });
    expect(lent.bad).toHaveLength(samples.length);
    expect(lent.bad[0]?.error).toEqual({
      code: 'image-unprocessable',
      context: {
        file: samples[0]!.path,
        reason:
          'the op quarter-turn by 90 degrees needs a square image, and this one has 20 x 24 pixels',
      },
    });
  });

  test('stay listed after augmentation', async () => {
    const part = [sample('missing.png'), samples[0]!];
    const prepared = await pool.prepare(part, recipe);
    using lent = await pool.augment(prepared, part, { augment, seed: 0, epoch: 0 });
    expect(codes(lent)).toEqual([[0, 'image-unreadable']]);
  });
});

describe('errors that no image caused', () => {
  test('reject, with code and context', async () => {
    const failure = pool.prepare(samples, [{ op: 'resise' }]);
    await expect(failure).rejects.toSatisfy((error) => isSproutError(error, 'name-unknown'));
  });

  test('keep their message from a worker', async () => {
    const prepared = await pool.prepare(samples, recipe);
    const drawn = samples.map(() => [{ op: 'rotate' }]); // without the numbers
    const options = { augment: [{ op: 'rotate' }], drawn, seed: 0, epoch: 0 };
    await expect(pool.augment(prepared, samples, options)).rejects.toThrow("property 'degrees'");
    using after = await pool.prepare(samples, recipe);
    expect(after.bad).toEqual([]);
  });

  test.each([-1, 1.5, 65, Number.NaN])('%d workers are refused', async (workers) => {
    await expect(createImagePool({ workers })).rejects.toMatchObject({ code: 'option-invalid' });
    for (const timeLimitMs of [0, NaN, Infinity, 2 ** 31])
      await expect(createImagePool({ timeLimitMs })).rejects.toMatchObject({
        code: 'option-invalid',
      });
  });
});

describe('examining', () => {
  test('yields the facts of every image in order, or the reason why it cannot be read', async () => {
    const part = [...samples, sample('missing.png'), ...samples];
    const seen: string[] = [];
    for await (const result of pool.examine(part)) {
      const what = 'facts' in result ? `${result.facts.height} high` : result.error.code;
      seen.push(`${result.sample.id} ${what}`);
    }
    const good = samples.map(({ id }, number) => `${id} ${30 + number} high`);
    expect(seen).toEqual([...good, 'class/missing.png image-unreadable', ...good]);
  });

  test('can be stopped at any time', async () => {
    for await (const { sample: first } of pool.examine(samples)) {
      expect(first).toEqual(samples[0]);
      break;
    }
    const aborted = pool.examine(samples, AbortSignal.abort(new Error('enough')));
    await expect(aborted.next()).rejects.toThrow('enough');
  });
});

describe('an abort', () => {
  test('before the call starts nothing', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(pool.prepare(samples, recipe, signal)).rejects.toThrow('enough');
  });

  test('during the work rejects, and the pool remains usable', async () => {
    const controller = new AbortController();
    const many = Array.from({ length: 200 }, (_, at) => samples[at % samples.length]!);
    const preparing = pool.prepare(many, recipe, controller.signal);
    setImmediate(() => controller.abort(new Error('enough')));
    await expect(preparing).rejects.toThrow('enough');
    using after = await pool.prepare(samples, recipe);
    expect(after.bad).toEqual([]);
  });
});

describe('disposal', () => {
  test('waits for the work under way, and makes later calls fail', async () => {
    const other = await createImagePool({ workers: 2 });
    const preparing = other.prepare(samples, recipe);
    await other[Symbol.asyncDispose]();
    await other[Symbol.asyncDispose]();
    expect((await preparing).bad).toEqual([]);
    await expect(other.prepare(samples, recipe)).rejects.toThrow('disposed');
  }, 60_000);
});
