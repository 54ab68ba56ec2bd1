import { layersOf, parseTopology, type Topology } from './topology.ts';
import { unsupportedLayer } from './unsupported.ts';

/**
 * Refuses settings that no engine applies in training: penalties and constraints on weights, dropout of whole channels.
 *
 * @throws {SproutError} `model-unsupported`.
 */
export function checkTrainable(topology: Topology): void {
  for (const { class_name, config } of layersOf(topology)) {
    if ('layers' in config) checkTrainable(parseTopology({ class_name, config }));
    const rule = Object.keys(config).find((key) => isRule(key) && (config[key] ?? null) !== null);
    if (rule !== undefined) throw unsupportedLayer(config.name, `${rule} is not trained with`);
  }
}

function isRule(key: string): boolean {
  return key.endsWith('_regularizer') || key.endsWith('_constraint') || key === 'noise_shape';
}
