/**
 * Texts and formats. Chinese is written first (`zh-CN/`), English is typed from it (`en/`, loaded when chosen); one file an area,
 * `resources/` for those of the resources. Polyglot placeholders are `%{name}`.
 */
export { formatDate, formatDateTime, formatDay, formatMonth, formatNumber, formatPercent } from './formats.js';
export { i18nProvider } from './i18n-provider.js';
export type { TextKey } from './keys.js';
export { useEnumWords, useText, type EnumName, type EnumWords, type Text, type TextParams } from './use-text.js';
