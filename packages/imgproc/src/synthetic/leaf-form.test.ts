import { expect, test } from 'vitest';
import { blade, disc, grass } from './leaf-form.ts';

test('a blade has a stalk and pinnate veins', () => {
  expect(blade({ aspect: 0.5, base: 0.6, tip: 0.7, petiole: 0.2 })).toEqual({
    outline: { kind: 'blade', aspect: 0.5, base: 0.6, tip: 0.7 },
    petiole: 0.2,
    veins: 'pinnate',
  });
});

test('a grass has no stalk and parallel veins', () => {
  expect(grass({ aspect: 0.1, base: 0.3, tip: 0.6 })).toEqual({
    outline: { kind: 'blade', aspect: 0.1, base: 0.3, tip: 0.6 },
    petiole: 0,
    veins: 'parallel',
  });
});

test('a disc has a stalk and palmate veins, and may have lobes', () => {
  const round = { aspect: 1, baseNotch: 0.2, tipNotch: 0.1 };
  expect(disc({ ...round, petiole: 0.8 })).toEqual({
    outline: { kind: 'disc', ...round },
    petiole: 0.8,
    veins: 'palmate',
  });
  const lobes = { count: 5, depth: 0.3 };
  expect(disc({ ...round, lobes, petiole: 0.8 }).outline).toEqual({
    kind: 'disc',
    ...round,
    lobes,
  });
});
