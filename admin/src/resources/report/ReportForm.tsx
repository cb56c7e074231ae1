import { PARTY_ORG_TYPES, ROLLOUT_STATES, SCHOOL_STAGES, SCOPE_KINDS } from '@zhixiao/domain';
import { Box, Button, TextField } from '@mui/material';
import { useText, type EnumName } from '../../i18n/index.js';
import { ManySelect, OneSelect, TenantSelect, useEnumChoices } from '../parts/index.js';
import type { ReportFilter, ReportInput } from './report-input.js';

const GROUPS = ['COUNTY', 'STAGE', 'ORG_TYPE'] as const;

interface DayFieldProps {
  readonly label: string;
  readonly value: string | null | undefined;
  readonly onChange: (day: string | null) => void;
}

const DayField = ({ label, value, onChange }: DayFieldProps) => (
  <TextField
    type="date"
    label={label}
    margin="none"
    value={value ?? ''}
    onChange={({ target }) => onChange(target.value || null)}
    slotProps={{ inputLabel: { shrink: true } }}
    sx={{ width: { xs: 'calc(50% - 4px)', sm: 150 } }}
  />
);

interface ConditionProps {
  readonly label: string;
  readonly of: EnumName;
  readonly values: readonly string[];
  readonly value: readonly string[] | null | undefined;
  readonly onChange: (value: readonly string[] | undefined) => void;
}

const Condition = ({ label, of, values, value, onChange }: ConditionProps) => (
  <ManySelect label={label} choices={useEnumChoices(of, values)} value={value ?? undefined} onChange={onChange} />
);

interface ReportFormProps {
  readonly draft: ReportInput;
  readonly onChange: (draft: ReportInput) => void;
  readonly onRun: () => void;
  readonly isRunning: boolean;
}

/** What to count, of which schools, on which day. It counts when 运行 is pressed. */
export const ReportForm = ({ draft, onChange, onRun, isRunning }: ReportFormProps) => {
  const t = useText();
  const filter = draft.filter ?? {};
  const setFilter = (patch: Partial<Record<keyof ReportFilter, unknown>>) =>
    onChange({ ...draft, filter: { ...filter, ...patch } as ReportFilter });
  return (
    <Box
      component="form"
      aria-label={t('pages.report.conditions')}
      className="no-print"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
      onSubmit={(event) => {
        event.preventDefault();
        onRun();
      }}
    >
      <OneSelect
        label={t('pages.report.groupBy')}
        choices={useEnumChoices('ReportGroup', GROUPS)}
        value={draft.groupBy}
        onChange={(groupBy) => onChange({ ...draft, groupBy: groupBy as ReportInput['groupBy'] })}
        width={150}
        isRequired
      />
      <TenantSelect value={filter.tenantId} onChange={(tenantId) => setFilter({ tenantId })} />
      <Condition
        label={t('resources.schools.fields.stage')}
        of="SchoolStage"
        values={SCHOOL_STAGES}
        value={filter.stage}
        onChange={(stage) => setFilter({ stage })}
      />
      <Condition
        label={t('resources.schools.fields.orgType')}
        of="PartyOrgType"
        values={PARTY_ORG_TYPES}
        value={filter.orgType}
        onChange={(orgType) => setFilter({ orgType })}
      />
      <Condition
        label={t('resources.schools.fields.scope')}
        of="ScopeKind"
        values={SCOPE_KINDS}
        value={filter.scope}
        onChange={(scope) => setFilter({ scope })}
      />
      <Condition
        label={t('resources.schools.fields.rolloutState')}
        of="RolloutState"
        values={ROLLOUT_STATES}
        value={filter.rolloutState}
        onChange={(rolloutState) => setFilter({ rolloutState })}
      />
      <DayField label={t('pages.report.asOf')} value={draft.asOf} onChange={(asOf) => onChange({ ...draft, asOf })} />
      <DayField
        label={t('pages.report.compareTo')}
        value={draft.compareTo}
        onChange={(compareTo) => onChange({ ...draft, compareTo })}
      />
      <Button type="submit" variant="contained" loading={isRunning}>
        {t('pages.report.run')}
      </Button>
    </Box>
  );
};
