import { execFileSync } from 'node:child_process';
import { afterEach, expect, test, vi } from 'vitest';
import { addCompletionCommand } from './completion-command.ts';
import { program } from './program.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

async function scriptFor(shell: string): Promise<string> {
  let printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const root = program();
  const argv = ['node', 'sprout', 'completion', shell];
  await addCompletionCommand(root, argv);
  await root.parseAsync(argv);
  vi.restoreAllMocks();
  return printed;
}

test('the script of bash can be sourced twice', async () => {
  const script = await scriptFor('bash');
  const run = 'eval "$SCRIPT"; eval "$SCRIPT"; complete -p sprout';
  const env = { ...process.env, SCRIPT: script };
  const printed = execFileSync('bash', ['-ec', `exec 2>&1; ${run}`], { env, encoding: 'utf8' });
  expect(printed).toMatch(/^complete .*sprout$/m);
  expect(printed).not.toContain('readonly');
});

test.each(['zsh', 'fish', 'powershell'])('the script of %s completes sprout', async (shell) => {
  expect(await scriptFor(shell)).toContain('sprout complete');
});

test.each([
  ['ops', 'flip-', /^flip-horizontal\tSwaps left and right .*\nflip-vertical\t.*\n:4$/],
  ['models', 'sm', /^small-cnn\t.*\n:4$/],
])('the names of %s are completed', async (command, start, expected) => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  const root = program();
  const argv = ['node', 'sprout', 'complete', '--', command, start];
  await addCompletionCommand(root, argv);
  await root.parseAsync(argv);
  expect(lines.join('\n')).toMatch(expected);
});
