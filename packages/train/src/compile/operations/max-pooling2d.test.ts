import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';
import { pool } from '../../../test/layers.ts';

agreesWithTfjs('maximum pooling', {
  'maximum pooling': () => [pool()],
  'maximum pooling, same': () => [pool({ padding: 'same' })],
  'overlapping maximum pooling': () => [pool({ poolSize: 3, strides: 2 })],
});
