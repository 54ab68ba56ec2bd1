import { stringify } from 'yaml';

/** A configuration as YAML that a configuration file may hold. */
export function configText(config: object): string {
  return stringify(JSON.parse(JSON.stringify(config)));
}
