import { layersOf, parseTopology, type Topology } from './topology.ts';
import { unsupportedLayer } from './unsupported.ts';

/**
 * Refuses settings that no engine applies in training: regularizers, constraints, and a shape for the noise of dropout.
 *
 * @throws {SproutError} `model-unsupported`.
 */
export function checkTrainable(topology: Topology): void {
  for (const { class_name, config } of layersOf(topology)) {
    if ('layers' in config) checkTrainable(parseTopology({ class_name, config }));
    const setting = Object.keys(config).find(
      (key) => isIgnored(key) && (config[key] ?? null) !== null,
    );
    if (setting !== undefined)
      throw unsupportedLayer(config.name, `${setting} is not applied in training`);
  }
}

function isIgnored(key: string): boolean {
  return key.endsWith('_regularizer') || key.endsWith('_constraint') || key === 'noise_shape';
}
