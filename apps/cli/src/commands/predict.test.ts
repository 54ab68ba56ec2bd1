import { afterEach, expect, test, vi } from 'vitest';
import { columnNames, lineWriter } from './predict.ts';

test('a class called like another column gets a column of its own', () => {
  expect(columnNames(['elm', 'predicted', 'predicted (class)', '-1'])).toEqual([
    'path',
    'predicted',
    'probability',
    'elm',
    'predicted (class) (class)',
    'predicted (class)',
    '-1',
  ]);
});

const { isTTY } = process.stdout;

afterEach(() => {
  process.stdout.isTTY = isTTY;
  vi.restoreAllMocks();
});

test.each([
  [true, 'path,predicted,probability\na.png,\\u{1b}[2Jelm,1\n'],
  [false, 'path,predicted,probability\na.png,\u001B[2Jelm,1\n'],
])('control characters are escaped on a terminal only: %s', async (terminal, text) => {
  let written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((given) => {
    written += String(given);
    return true;
  });
  process.stdout.isTTY = terminal;
  const predicted = '\u001B[2Jelm';
  await lineWriter({})({ path: 'a.png', predicted, probability: 1, classes: [] });
  expect(written.replaceAll('\r\n', '\n')).toBe(text);
});

test('with a threshold the most probable class of an unknown image has a column', async () => {
  let written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((given) => {
    written += String(given);
    return true;
  });
  const file = { path: 'a.png', predicted: 'unknown', best: 'oak', probability: 0.7, classes: [] };
  await lineWriter({ threshold: 0.8 })(file);
  await lineWriter({ threshold: 0.8, json: true })(file);
  const [header, row, line = ''] = written.split(/\r?\n/);
  expect(header).toBe('path,predicted,probability,best');
  expect(row).toBe('a.png,unknown,0.7,oak');
  expect(JSON.parse(line)).toMatchObject({ predicted: 'unknown', best: 'oak' });
});

test('a reader that has ended gets no more lines, and is not waited for', async () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(false); // the buffer is full
  const closed = new AbortController();
  const listeners = process.stdout.listenerCount('drain');
  const write = lineWriter({}, closed.signal);
  const file = { path: 'a.png', predicted: 'oak', probability: 1, classes: [] };
  const waiting = write(file);
  closed.abort();
  await waiting;
  await write(file);
  expect(written).toHaveBeenCalledOnce();
  expect(process.stdout.listenerCount('drain')).toBe(listeners);
});

test('the most probable classes follow the predicted class, with their probabilities', async () => {
  let written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((given) => {
    written += String(given);
    return true;
  });
  const classes = [
    { name: 'elm', probability: 0.2 },
    { name: 'oak', probability: 0.7 },
    { name: 'ash', probability: 0.1 },
  ];
  const file = { path: 'a.png', predicted: 'unknown', probability: 0.7, classes };
  await lineWriter({ top: 2 })(file);
  await lineWriter({ top: 2, json: true })(file);
  const [header, row, line = ''] = written.split(/\r?\n/);
  expect(header).toBe('path,predicted,probability,predicted2,probability2');
  expect(row).toBe('a.png,unknown,0.7,elm,0.2');
  expect(JSON.parse(line)).toMatchObject({ predicted: 'unknown', top: [classes[1], classes[0]] });
});
