// Tells that the first `npm run sprout` builds the program, which prints nothing by itself.
import { existsSync } from 'node:fs';
if (!existsSync(new URL('../apps/cli/dist/main.js', import.meta.url)))
  console.error('building Sprout; this is done once and takes a minute or two');
