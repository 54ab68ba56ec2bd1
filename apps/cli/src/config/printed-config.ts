import type { Reporter } from '../terminal/reporter.ts';
import { stringifyConfig } from './stringify-config.ts';

/** Prints a resolved configuration where `--print-config` asks for that and nothing else; whether it did. */
export function printedConfig(
  config: object,
  { printConfig = false }: { readonly printConfig?: boolean | undefined },
  reporter: Reporter,
): boolean {
  if (printConfig) reporter.result(stringifyConfig(config), config);
  return printConfig;
}
