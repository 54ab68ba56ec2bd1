import { afterEach, expect, test, vi } from 'vitest';
import { createReporter, type ReporterOptions } from './reporter.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** What a reporter with these options writes on the two streams. */
function written(
  options: ReporterOptions,
  work: (reporter: ReturnType<typeof createReporter>) => void,
): { stdout: string; stderr: string } {
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      texts[name] += String(text);
      return true;
    });
  }
  work(createReporter(options));
  vi.restoreAllMocks();
  return texts;
}

test('the result is on stdout, notes and warnings on stderr', () => {
  const texts = written({}, (reporter) => {
    reporter.note('a note');
    reporter.warn('no space');
    reporter.result('done', { images: 2 });
  });
  expect(texts).toEqual({ stdout: 'done\n', stderr: 'a note\nwarning: no space\n' });
});

test('with json, the result is one line of data', () => {
  const texts = written({ json: true }, (reporter) => {
    reporter.result('two\nlines', { path: 'a\nb', images: 2 });
  });
  expect(texts.stdout).toBe('{"path":"a\\nb","images":2}\n');
});

test('quiet hides notes and progress, not warnings and results', () => {
  const texts = written({ quiet: true }, (reporter) => {
    reporter.note('a note');
    reporter.warn('no space');
    using progress = reporter.progress('checking', 3);
    progress.update(3);
    reporter.result('done', {});
  });
  expect(texts).toEqual({ stdout: 'done\n', stderr: 'warning: no space\n' });
});

test('a result ends with one line end, whether or not its text has one', () => {
  for (const text of ['a: 1', 'a: 1\n'])
    expect(written({}, ({ result }) => result(text, {})).stdout).toBe('a: 1\n');
});

test('control characters are not sent to the terminal', () => {
  const escape = '\u001B[2J';
  const texts = written({}, (reporter) => {
    reporter.note(`a${escape}`);
    reporter.warn(`b${escape}`);
    reporter.result(`c${escape}`, {});
  });
  expect(texts.stdout + texts.stderr).not.toContain('\u001B');
  expect(texts.stdout).toMatch(/^c.+\n$/);
});
