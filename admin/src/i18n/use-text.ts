import { useTranslate } from 'react-admin';
import type { TextKey } from './keys.js';
import type { enums } from './zh-CN/enums.js';

export type TextParams = Readonly<Record<string, string | number | null | undefined>>;
export type Text = (key: TextKey, params?: TextParams) => string;

/** Texts by typed keys: `const t = useText(); t('home.title')`. */
export function useText(): Text {
  return useTranslate() as Text;
}

export type EnumName = keyof typeof enums;
export type EnumWords = (name: EnumName, value: string | null | undefined) => string;

/** Names of closed lists: `const word = useEnumWords(); word('Post', 'SECRETARY')`. Nothing known: a dash. */
export function useEnumWords(): EnumWords {
  const translate = useTranslate();
  return (name, value) => (value ? translate(`enums.${name}.${value}`, { _: value }) : translate('common.none'));
}
