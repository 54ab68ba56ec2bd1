// node write-config-schema.js FILE: writes the JSON schema of configuration files, for editors. The build runs it.
import { configJsonSchema } from '@sprout/runs';
import { writeFileSync } from 'node:fs';

const [, , file] = process.argv;
if (file === undefined) throw new Error('write-config-schema needs the file to write');
writeFileSync(file, `${JSON.stringify(await configJsonSchema(), null, 2)}\n`);
