// node write-config-schema.js FILE: the JSON schema of configuration files, for editors. Run by the build.
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { configSchema } from './config-schema.ts';

const [, , file] = process.argv;
if (file === undefined) throw new Error('write-config-schema needs the file to write');
const schema = {
  title: 'A Sprout configuration',
  ...z.toJSONSchema(configSchema, { io: 'input' }),
};
writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
