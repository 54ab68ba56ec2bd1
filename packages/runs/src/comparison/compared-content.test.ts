import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { comparedContent } from './compared-content.ts';

test('the order and the form of the paths do not matter, the folders do', () => {
  const content = comparedContent(['runs/a', 'runs/b'], 'run');
  expect(content).toMatch(/^comparison [0-9a-f]{32}$/);
  expect(comparedContent(['./runs/b/', resolve('runs/a')], 'run')).toBe(content);
  expect(comparedContent(['runs/a', 'runs/c'], 'run')).not.toBe(content);
});

test('a folder that is named twice is refused', () => {
  expect(() => comparedContent(['runs/a', 'runs/b', './runs/a/'], 'run')).toThrow(
    'each run must be named once: it does not differ from itself; received runs/a twice',
  );
  expect(() => comparedContent(['a', 'a'], 'evaluation')).toThrow('each evaluation must be');
});
