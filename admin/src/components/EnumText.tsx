import { useEnumWords, type EnumName } from '../i18n/index.js';

interface EnumTextProps {
  readonly of: EnumName;
  readonly value: string | null | undefined;
}

/** The name of a value of a closed list: `<EnumText of="Post" value="SECRETARY" />`. */
export const EnumText = ({ of, value }: EnumTextProps) => useEnumWords()(of, value);
