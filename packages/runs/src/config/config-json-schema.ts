import { z } from 'zod';
import { configSchema } from './config-schema.ts';

/** The JSON schema of configuration files, for editors. */
export function configJsonSchema(): object {
  return { title: 'A Sprout configuration', ...z.toJSONSchema(configSchema, { io: 'input' }) };
}
