import type { Decider, ItemKind, MeetingKind } from '@zhixiao/domain';
import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { required, useInput, ValidationError } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { useEnumWords, useText } from '../../i18n/index.js';
import type { MatterFields } from '../matters/index.js';

/** The meeting at which each body decides. */
const MEETING_OF: Readonly<Record<Decider, MeetingKind>> = {
  PARTY_MEETING: 'PARTY_ORG',
  OFFICE_MEETING: 'PRINCIPAL_OFFICE',
  MEMBERS_ASSEMBLY: 'MEMBERS_ASSEMBLY',
};

const DECIDING: readonly ItemKind[] = ['DECISION', 'DRAFT_PROPOSAL'];

/** What is done with a matter at a meeting: decided where that meeting decides it, else prepared for the one that does. */
export function itemKindFor(
  matter: Pick<MatterFields, 'decidedBy'>,
  meetingKind: MeetingKind,
  kind: ItemKind,
): ItemKind {
  if (!DECIDING.includes(kind)) return kind;
  return meetingKind === 'PRINCIPAL_OFFICE' && matter.decidedBy !== 'OFFICE_MEETING' ? 'DRAFT_PROPOSAL' : 'DECISION';
}

const must = required();

/** 议题类别: found by name or code in the school's catalogue; it presets the meeting. */
export const MatterPicker = ({ types }: { readonly types: readonly MatterFields[] }) => {
  const t = useText();
  const word = useEnumWords();
  const { setValue } = useFormContext();
  const { field, fieldState } = useInput({ source: 'matterCode', validate: must });
  const choose = (matter: MatterFields | null) => {
    field.onChange(matter?.code ?? null);
    if (!matter) return;
    const meetingKind = MEETING_OF[matter.decidedBy];
    setValue('meetingKind', meetingKind);
    setValue('itemKind', 'DECISION');
  };
  return (
    <Autocomplete
      options={[...types]}
      value={types.find(({ code }) => code === field.value) ?? null}
      getOptionKey={({ code }) => code}
      getOptionLabel={({ nameZh }) => nameZh}
      groupBy={({ category }) => word('MatterCategory', category)}
      filterOptions={(all, { inputValue }) => {
        const wanted = inputValue.trim().toLowerCase();
        return all.filter(({ nameZh, code }) => `${nameZh} ${code}`.toLowerCase().includes(wanted));
      }}
      onChange={(_, matter) => choose(matter)}
      renderOption={({ key, ...item }, { nameZh, decidedBy }) => (
        <Box component="li" key={key} {...item}>
          <Typography variant="body2">
            {nameZh}{' '}
            <Typography component="span" variant="caption" color="text.secondary">
              {word('Decider', decidedBy)}
            </Typography>
          </Typography>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={t('resources.topics.fields.matter')}
          required
          error={fieldState.invalid}
          helperText={
            fieldState.error?.message ? (
              <ValidationError error={fieldState.error.message} />
            ) : (
              t('resources.topics.form.matterHint')
            )
          }
        />
      )}
    />
  );
};
