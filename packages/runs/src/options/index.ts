export { METHODS } from './attribution-methods.ts';
export { EXPORT_FORMATS, type ExportFormat } from './export-formats.ts';
export {
  BAD_IMAGE_POLICIES,
  type BadImagePolicy,
  DEFAULTS,
  ENGINES,
  LIMITS,
  SAMPLE_KINDS,
  SPLIT_MODES,
  type SplitAction,
  VALIDATION_WAYS,
  type ValidationWay,
  type WholeRange,
} from './limits.ts';
export { SETTING_OPTIONS, type SettingName, type SettingOption } from './setting-options.ts';
