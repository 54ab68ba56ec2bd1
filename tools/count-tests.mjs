// node tools/count-tests.mjs LOG STATUS: sums the summary lines of vitest in a log and prints "N passed, N failed, N skipped".
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const [, , log, status] = process.argv;
const total = { passed: 0, failed: 0, skipped: 0 };
for (const line of stripVTControlCharacters(readFileSync(log, 'utf8')).split('\n')) {
  if (!/\bTests\s+\d/.test(line)) continue;
  for (const [, count, kind] of line.matchAll(/(\d+) (passed|failed|skipped)/g))
    total[kind] += Number(count);
}
const failed = Math.max(total.failed, status === '0' ? 0 : 1); // a crash of the runner counts as a failure
console.log(`${total.passed} passed, ${failed} failed, ${total.skipped} skipped`);
