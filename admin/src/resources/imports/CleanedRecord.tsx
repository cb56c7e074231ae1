import { Box, Typography } from '@mui/material';
import { useEnumWords, useText, type TextKey } from '../../i18n/index.js';
import { zhCN } from '../../i18n/zh-CN/index.js';
import { cleanedLines, type CleanedPart } from './cleaned-record.js';
import type { ImportRow } from './import.graphql.js';
import type { ImportKind } from './preview.type.js';
import { useFieldName } from './use-field-name.js';

/** Values in words; a code of a later version is shown as it is. */
function useValueWords(): (part: CleanedPart) => string {
  const t = useText();
  const word = useEnumWords();
  const oneOf = (writing: CleanedPart['writing'], value: string): string => {
    if (writing === 'text') return value;
    if (writing === 'yesNo') return t(value === 'true' ? 'common.yes' : 'common.no');
    if (writing === 'notDone') return word(value in zhCN.enums.ItemNotDone ? 'ItemNotDone' : 'TopicNotDone', value);
    if (writing === 'roles' || writing === 'marks') {
      const known = value in zhCN.resources.imports[writing];
      return known ? t(`resources.imports.${writing}.${value}` as TextKey) : value;
    }
    return value === 'NONE' ? t('resources.schools.noOrganization') : word(writing, value);
  };
  return ({ writing, values }) => values.map((value) => oneOf(writing, value)).join(t('common.listSeparator'));
}

interface CleanedRecordProps {
  readonly kind: ImportKind;
  readonly row: ImportRow;
}

/** 将写入: the record as it will be, in words, a line a person. */
export const CleanedRecord = ({ kind, row }: CleanedRecordProps) => {
  const nameOf = useFieldName();
  const wordsOf = useValueWords();
  return (
    <Typography variant="caption" component="div" sx={{ minWidth: 180, maxWidth: 360 }}>
      {cleanedLines(kind, row.record).map((line, index) => (
        <div key={index}>
          {line.map((part) => (
            <Box key={part.field} component="span" sx={{ display: 'inline-block', marginInlineEnd: 1 }}>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {nameOf(part.field)}
              </Box>{' '}
              {wordsOf(part)}
            </Box>
          ))}
        </div>
      ))}
    </Typography>
  );
};
