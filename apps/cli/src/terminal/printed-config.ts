import { configText } from '@sprout/runs';
import type { Reporter } from './reporter.ts';

/** For `--print-config`: prints the configuration as the result of the command. */
export async function printConfig(config: object, reporter: Reporter): Promise<void> {
  reporter.result(await configText(config), config);
}
