import { useState } from 'react';
import { Typography } from '@mui/material';
import { required, useInput, ValidationError } from 'react-admin';
import { useSettled } from '../../components/index.js';
import { useOperation, type SchemaType } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { SearchSelect } from '../staffing/index.js';
import { PickDecisionQuery, PickDecisionsQuery, type PickedDecision } from './decisions.graphql.js';

interface DecisionPickerProps {
  readonly schoolId: string;
  readonly source: string;
  readonly label: string;
  /** Decisions of this kind of meeting. */
  readonly body?: SchemaType<'MeetingKind'>;
  readonly isRequired?: boolean;
}

const must = required();

/** A decision of the school, by its number or a part of its title. */
export const DecisionPicker = ({ schoolId, source, label, body, isRequired }: DecisionPickerProps) => {
  const t = useText();
  const [q, setQ] = useState('');
  const settled = useSettled(q.trim());
  const { field, fieldState } = useInput({ source, validate: isRequired ? must : undefined });
  const id = (field.value as string | null) || null;
  const picked = useOperation(PickDecisionQuery, { id: id ?? '' }, { enabled: id !== null });
  const variables = { schoolId, q: settled, body: body ? [body] : null };
  const found = useOperation(PickDecisionsQuery, variables, { enabled: settled !== '' });
  const value = id === null ? null : (picked.data?.decision ?? null);
  return (
    <SearchSelect<PickedDecision>
      key={value?.id ?? 'none'}
      label={label}
      hint={t('resources.topics.form.decisionHint')}
      value={value}
      options={found.data?.decisions.nodes ?? []}
      isSearching={q.trim() !== settled || (settled !== '' && found.isFetching)}
      searchError={found.error}
      error={fieldState.error?.message && <ValidationError error={fieldState.error.message} />}
      isRequired={isRequired ?? false}
      onSearch={setQ}
      onChange={(decision) => field.onChange(decision?.id ?? null)}
      keyOf={(decision) => decision.id}
      nameOf={({ number, title }) => `${number} ${title}`}
      renderOption={({ number, title }) => (
        <Typography variant="body2">
          {number} {title}
        </Typography>
      )}
    />
  );
};
