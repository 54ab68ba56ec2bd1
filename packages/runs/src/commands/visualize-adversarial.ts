import { SproutError } from '@sprout/core';
import { fgsm, pgd } from '@sprout/viz';
import type { ConfigOptions } from '../config/config-options.ts';
import { readConfig } from '../config/read-config.ts';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { runTask } from '../event/run-task.ts';
import type { AdversarialRecord } from '../explain/adversarial-record.ts';
import { attackImages } from '../explain/attack-images.ts';
import { shownImages } from '../explain/shown-images.ts';
import { writeAdversarial } from '../explain/write-adversarial.ts';
import { openExplainedModel } from '../model/open-explained-model.ts';
import { type AttackName, ATTACKS, DEFAULTS } from '../options/limits.ts';
import { checkOutFolder } from '../visualize/check-out-folder.ts';

export interface VisualizeAdversarialOptions extends ConfigOptions {
  /** A run folder, a model folder, or the folder of an export of Teachable Machine. */
  readonly run: string;
  /** Files and folders, or one of them; at most 100 images. */
  readonly images: string | readonly string[];
  /** `pgd` by default: several small steps. `fgsm`: one step. */
  readonly method?: AttackName | undefined;
  /** The largest epsilon that is tried, above 0 and at most 255; 64 by default. */
  readonly most?: number | undefined;
  /** The folder to write; `adversarial` by default. */
  readonly out?: string | undefined;
}

export interface VisualizeAdversarialResult {
  readonly method: AttackName;
  /** The path of the sheet of all pictures. */
  readonly sheet: string;
  /** Names of files are those in the folder. */
  readonly images: readonly AdversarialRecord[];
}

const FUNCTIONS = { fgsm, pgd } as const;

/** See `visualizeAdversarial` in `visualize-commands.ts`. */
export async function visualizeAdversarial(
  options: VisualizeAdversarialOptions,
  runContext?: RunContext,
): Promise<VisualizeAdversarialResult> {
  const { run, method = DEFAULTS.attack, most = DEFAULTS.epsilon } = options;
  checkAttack(method, most);
  checkOutFolder(options.out);
  const context = contextOf(runContext);
  const { signal } = context;
  const config = await readConfig(options);
  await using model = await openExplainedModel(run, { engine: config.engine, signal });
  const { classes, thresholds } = model.card;
  if (thresholds !== undefined) {
    const rule = 'a model that predicts one class, and not tags';
    throw new SproutError('option-invalid', { option: 'run', value: run, rule });
  }
  const shown = await shownImages(model, options.images, { config, context });
  const task = { task: 'attack', total: shown.length } as const;
  const attacked = await runTask(context, task, (onProgress) =>
    attackImages(model, shown, { attack: FUNCTIONS[method], most, signal, onProgress }),
  );
  const out = options.out ?? DEFAULTS.adversarial;
  return { method, ...(await writeAdversarial(out, attacked, { classes, method, most })) };
}

/** Callers in JavaScript may pass anything. @throws {SproutError} `name-unknown`, `option-invalid` */
function checkAttack(name: string, most: number): void {
  const known: readonly string[] = ATTACKS;
  if (!known.includes(name)) throw new SproutError('name-unknown', { kind: 'method', name, known });
  if (most > 0 && most <= 255) return;
  const rule = 'a number above 0 and at most 255';
  throw new SproutError('option-invalid', { option: 'most', value: String(most), rule });
}
