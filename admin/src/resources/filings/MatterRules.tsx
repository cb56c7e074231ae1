import { useState } from 'react';
import { Autocomplete, Box, Button, TextField, Typography } from '@mui/material';
import { useFieldArray, useWatch } from 'react-hook-form';
import { useEnumWords, useText } from '../../i18n/index.js';
import { MatterMarks, type MatterFields } from '../matters/index.js';

/** 对议题目录的规定: what these rules say on types that were handed down: stricter only, and who decides where that is left to them. */
export const MatterRules = ({ types }: { readonly types: readonly MatterFields[] }) => {
  const t = useText();
  const word = useEnumWords();
  const [adding, setAdding] = useState(false);
  const { fields, append, remove } = useFieldArray({ name: 'matters' });
  const rows = (useWatch({ name: 'matters' }) ?? []) as readonly { readonly code: string }[];
  const taken = rows.map(({ code }) => code);
  return (
    <Box role="group" aria-label={t('resources.rulesOfProcedure.mattersTable.caption')}>
      {fields.length === 0 && (
        <Typography variant="body2">{t('resources.rulesOfProcedure.mattersTable.none')}</Typography>
      )}
      {fields.map(({ id }, index) => {
        const type = types.find(({ code }) => code === rows[index]?.code);
        if (!type) return null;
        return (
          <Box key={id} sx={{ borderBottom: 1, borderColor: 'divider', paddingBlock: 1 }}>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
              <Typography variant="body2" sx={{ fontWeight: 600, flexGrow: 1 }}>
                {type.nameZh}
              </Typography>
              <Button
                size="small"
                aria-label={t('resources.rulesOfProcedure.mattersTable.remove', { name: type.nameZh })}
                onClick={() => remove(index)}
              >
                {t('resources.rulesOfProcedure.mattersTable.removeShort')}
              </Button>
            </Box>
            <MatterMarks type={type} prefix={`matters.${index}.`} />
          </Box>
        );
      })}
      {!adding && <Button onClick={() => setAdding(true)}>{t('resources.rulesOfProcedure.mattersTable.add')}</Button>}
      {adding && (
        <Autocomplete
          options={types.filter(({ code }) => !taken.includes(code))}
          value={null}
          getOptionKey={({ code }) => code}
          getOptionLabel={({ nameZh, code }) => `${nameZh} ${code}`}
          groupBy={({ category }) => word('MatterCategory', category)}
          onChange={(_, type) => {
            if (type) append({ code: type.code });
            setAdding(false);
          }}
          renderInput={(params) => (
            <TextField {...params} label={t('resources.rulesOfProcedure.mattersTable.matter')} autoFocus />
          )}
        />
      )}
    </Box>
  );
};
