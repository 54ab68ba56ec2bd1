import { SproutError } from '@sprout/core';
import { layersOf, parseTopology, type Topology } from './topology.ts';

/**
 * Refuses what no session trains as it is written: penalties and constraints on weights, dropout of whole channels.
 *
 * @throws {SproutError} `model-unsupported`.
 */
export function checkTrainable(topology: Topology): void {
  for (const { class_name, config } of layersOf(topology)) {
    if ('layers' in config) checkTrainable(parseTopology({ class_name, config }));
    const rule = Object.keys(config).find((key) => isRule(key) && (config[key] ?? null) !== null);
    if (rule === undefined) continue;
    const what = `The layer ${config.name}`;
    throw new SproutError('model-unsupported', { what, reason: `${rule} is not trained with` });
  }
}

function isRule(key: string): boolean {
  return key.endsWith('_regularizer') || key.endsWith('_constraint') || key === 'noise_shape';
}
