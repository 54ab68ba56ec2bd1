import { formatCsv, type Raster } from '@sprout/core';
import { drawAerial } from './draw-aerial.ts';
import { drawDriver } from './draw-driver.ts';
import { drawSeedling } from './draw-seedling.ts';
import { planAerial } from './plan-aerial.ts';
import { planDrivers } from './plan-drivers.ts';
import { planSample } from './plan-sample.ts';
import type { SampleOptions } from './sample-options.ts';

/** The files of a synthetic data set. */
export interface SampleFiles {
  readonly images: readonly { readonly id: string; readonly draw: () => Raster }[];
  /** Tables beside the images: their text by name. */
  readonly tables: Readonly<Record<string, string>>;
}

/** @throws {SproutError} `option-invalid`. */
export function sampleFiles(options: SampleOptions): SampleFiles {
  const { kind = 'seedlings' } = options;
  if (kind === 'multi-label') {
    const plans = planAerial(options);
    const rows = plans.map(({ id, weather, ground }) => [id, [weather, ...ground].join(' ')]);
    return {
      images: plans.map((plan) => ({ id: plan.id, draw: () => drawAerial(plan) })),
      tables: { 'tags.csv': formatCsv([['path', 'tags'], ...rows]) },
    };
  }
  if (kind === 'grouped') {
    const plans = planDrivers(options);
    const rows = plans.map(({ id, driver }) => [id, `driver-${driver}`]);
    return {
      images: plans.map((plan) => ({ id: plan.id, draw: () => drawDriver(plan) })),
      tables: { 'groups.csv': formatCsv([['path', 'group'], ...rows]) },
    };
  }
  const plans = planSample(options);
  return {
    images: plans.map((plan) => ({ id: plan.id, draw: () => drawSeedling(plan) })),
    tables: {},
  };
}
