import { expect, test } from 'vitest';
import { names, report, textOf } from '../../../test/report.ts';
import { reproduce, use } from './commands.ts';

test('commands have their purpose', () => {
  const commands = [{ line: 'sprout predict runs/1 a.png', purpose: 'Predict a file' }];
  const { markup = '' } = use(report(names(2), { use: commands })) ?? {};
  expect(textOf(markup)).toContain('Predict a file sprout predict runs/1 a.png');
});

test('the section has commands, seed, versions and hashes', () => {
  const how = {
    seed: 7,
    commands: [{ line: 'sprout train photos' }],
    versions: [{ name: 'node', value: '22' }],
    hashes: [{ name: 'recipe', value: 'abc' }],
  };
  const { markup = '' } = reproduce(report(names(2), { reproduce: how })) ?? {};
  expect(textOf(markup)).toMatch(/sprout train photos\s+Seed 7\s+node 22\s+recipe\s+abc/);
});

test('without commands there is no section', () => {
  expect([use(report(names(2))), reproduce(report(names(2)))]).toEqual([undefined, undefined]);
});
