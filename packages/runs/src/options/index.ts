export { METHODS } from './attribution-methods.ts';
export { EXPORT_FORMATS, type ExportFormat } from './export-formats.ts';
export {
  ASCENT_STYLES,
  type AscentStyleName,
  type AttackName,
  ATTACKS,
  BAD_IMAGE_POLICIES,
  type BadImagePolicy,
  DEFAULTS,
  ENGINES,
  type Fit,
  FITS,
  LIMITS,
  type Optimiser,
  OPTIMISERS,
  SAMPLE_KINDS,
  SPLIT_MODES,
  type SplitAction,
  VALIDATION_WAYS,
  type ValidationWay,
  type WholeRange,
} from './limits.ts';
export { SETTING_OPTIONS, type SettingName, type SettingOption } from './setting-options.ts';
