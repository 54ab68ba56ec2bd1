import { stringify } from 'yaml';

/** A configuration as YAML that a configuration file may hold. */
export function stringifyConfig(config: unknown): string {
  return stringify(JSON.parse(JSON.stringify(config)));
}
