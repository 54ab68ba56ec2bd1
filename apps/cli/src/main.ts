import { addCompletionCommand } from './program/completion-command.ts';
import { program } from './program/program.ts';
import { runProgram } from './run-program.ts';

const root = program();
await addCompletionCommand(root, process.argv);
process.exitCode = await runProgram(root, process.argv);
