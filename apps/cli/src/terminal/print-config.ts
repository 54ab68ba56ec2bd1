import { configText } from '@sprout/runs';
import type { Reporter } from './reporter.ts';

/** Prints the configuration as the result of the command, for `--print-config`. */
export async function printConfig(config: object, reporter: Reporter): Promise<void> {
  reporter.result(await configText(config), config);
}
