import { CHECK_OUTCOMES, PROCEDURE_CHECK_IDS } from '@zhixiao/domain';
import { TextField } from '@mui/material';
import {
  checkName,
  CivilDate,
  clauseText,
  EnumText,
  findingText,
  OutcomePill,
  PathLink,
  SeverityPill,
  useWords,
} from '../../components/index.js';
import { showPath, useViewer } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import {
  FilterBar,
  ListPage,
  ManySelect,
  TenantSelect,
  useEnumChoices,
  useFilters,
  type Column,
} from '../parts/index.js';
import type { OutcomeFilter, OutcomeRow } from './outcome-adapter.js';

/** What is kept, and what the record does not say, has no more to be told than its name. */
const SAYS_WHY: readonly OutcomeRow['outcome'][] = ['FAIL', 'DEPARTURE_PENDING'];
const COUNTED = CHECK_OUTCOMES.filter((outcome) => outcome !== 'NOT_APPLICABLE');

const DayField = ({ source, label }: { readonly source: 'from' | 'to'; readonly label: string }) => {
  const { values, setFilter } = useFilters<OutcomeFilter>();
  return (
    <TextField
      type="date"
      label={label}
      margin="none"
      value={values[source] ?? ''}
      onChange={({ target }) => setFilter({ [source]: target.value || undefined })}
      sx={{ width: { xs: 'calc(50% - 4px)', sm: 150 } }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
};

const OutcomeFilters = () => {
  const t = useText();
  const { values, setFilter } = useFilters<OutcomeFilter>();
  const outcomes = useEnumChoices('CheckOutcome', COUNTED);
  const checks = PROCEDURE_CHECK_IDS.map((id) => ({ value: id, text: checkName(id, t) }));
  return (
    <FilterBar>
      <TenantSelect value={values.tenantId} onChange={(tenantId) => setFilter({ tenantId })} />
      <ManySelect
        label={t('pages.procedure.fields.check')}
        width={220}
        choices={checks}
        value={listOf(values.checkId)}
        onChange={(checkId) => setFilter({ checkId })}
      />
      <ManySelect
        label={t('resources.checkOutcomes.fields.outcome')}
        width={150}
        choices={outcomes}
        value={listOf(values.outcome)}
        onChange={(outcome) => setFilter({ outcome })}
      />
      <DayField source="from" label={t('resources.checkOutcomes.fields.from')} />
      <DayField source="to" label={t('resources.checkOutcomes.fields.to')} />
    </FilterBar>
  );
};

/** GraphQL takes one value for a list of one. */
function listOf(value: string | readonly string[] | null | undefined): readonly string[] | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'string' ? [value] : value;
}

/** Where what was judged is to be seen: the decision itself, or the meeting with its items. */
const Subject = ({ row: { subjectType, subjectId, meetingId, title } }: { readonly row: OutcomeRow }) => {
  if (subjectType === 'DECISION') return <PathLink to={showPath('decisions', subjectId)}>{title}</PathLink>;
  if (subjectType === 'TOPIC') return <PathLink to={showPath('topics', subjectId)}>{title}</PathLink>;
  return <PathLink to={showPath('meetings', meetingId ?? subjectId)}>{title}</PathLink>;
};

function useOutcomeColumns(): readonly Column<OutcomeRow>[] {
  const words = useWords();
  const { t } = words;
  const isAtSchool = Boolean(useViewer()?.grant?.schoolId);
  const label = (field: 'what' | 'check' | 'clause' | 'severity' | 'on' | 'school') =>
    t(`pages.procedure.fields.${field}`);
  return [
    { key: 'what', label: label('what'), isTitle: true, render: (row) => <Subject row={row} /> },
    {
      key: 'subjectType',
      label: t('resources.checkOutcomes.fields.subject'),
      isExtra: true,
      render: ({ subjectType }) => <EnumText of="CheckSubject" value={subjectType} />,
    },
    { key: 'on', label: label('on'), render: ({ on }) => <CivilDate value={on} /> },
    { key: 'check', label: label('check'), render: ({ checkId }) => checkName(checkId, t) },
    {
      key: 'outcome',
      label: t('resources.checkOutcomes.fields.outcome'),
      render: ({ outcome }) => <OutcomePill outcome={outcome} />,
    },
    {
      key: 'text',
      label: t('resources.checkOutcomes.fields.text'),
      render: (row) => (SAYS_WHY.includes(row.outcome) ? findingText(row, words) : t('common.none')),
    },
    { key: 'severity', label: label('severity'), render: ({ severity }) => <SeverityPill severity={severity} /> },
    { key: 'clause', label: label('clause'), isExtra: true, render: ({ clause }) => clauseText(clause, t) },
    {
      key: 'school',
      label: label('school'),
      isExtra: isAtSchool,
      render: ({ schoolId, schoolName }) => (
        <PathLink to={showPath('schools', schoolId, 'procedure')}>{schoolName ?? t('common.none')}</PathLink>
      ),
    },
  ];
}

/** 检查结果: the meetings, items and decisions behind each number of compliance, the newest first. */
export const OutcomeList = () => {
  const t = useText();
  return (
    <ListPage
      resource="checkOutcomes"
      title={t('resources.checkOutcomes.name')}
      caption={t('resources.checkOutcomes.caption')}
      sort={{ field: 'id', order: 'DESC' }}
      columns={useOutcomeColumns()}
      filters={<OutcomeFilters />}
      hint={t('pages.procedure.noChecks')}
    />
  );
};
