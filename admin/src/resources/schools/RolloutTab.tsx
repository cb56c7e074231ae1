import { useState } from 'react';
import { Button } from '@mui/material';
import {
  CivilDate,
  EmptyState,
  EnumText,
  ErrorNotice,
  LoadingBlock,
  RolloutPill,
  Section,
} from '../../components/index.js';
import { useAbility, useAsOf, useOperation, type ResultOf } from '../../data/index.js';
import { formatDateTime, useEnumWords, useText } from '../../i18n/index.js';
import { Facts, RowCards, RowTable, useIsPhone, type Column } from '../parts/index.js';
import { atSchool } from '../staffing/index.js';
import { SchoolRolloutQuery, type School } from './school.graphql.js';
import { SetStateDialog } from './SetStateDialog.js';

type Entry = NonNullable<ResultOf<typeof SchoolRolloutQuery>['school']>['rolloutEntries'][number];

function useEntryColumns(): readonly Column<Entry>[] {
  const t = useText();
  const word = useEnumWords();
  const none = t('common.none');
  const label = (field: 'state' | 'effectiveOn' | 'readiness' | 'documentNo' | 'reason' | 'recorded') =>
    t(`pages.rollout.fields.${field}`);
  return [
    {
      key: 'state',
      label: label('state'),
      isTitle: true,
      render: ({ state, declared }) => <RolloutPill state={state} declared={declared} />,
    },
    { key: 'effectiveOn', label: label('effectiveOn'), render: ({ effectiveOn }) => <CivilDate value={effectiveOn} /> },
    {
      key: 'readiness',
      label: label('readiness'),
      render: ({ readiness }) =>
        readiness.map((one) => word('ReadinessDimension', one)).join(t('common.listSeparator')) || none,
    },
    { key: 'documentNo', label: label('documentNo'), render: ({ documentNo }) => documentNo ?? none },
    { key: 'reason', label: label('reason'), render: ({ reason }) => reason ?? none },
    {
      key: 'recorded',
      label: label('recorded'),
      render: ({ recordedAt, recordedBy }) => `${formatDateTime(recordedAt)} ${recordedBy}`,
    },
  ];
}

/** 推进: the states of the school with their dates, and setting the next one. */
export const RolloutTab = ({ school }: { readonly school: School }) => {
  const t = useText();
  const isPhone = useIsPhone();
  const columns = useEntryColumns();
  const [open, setOpen] = useState(false);
  const maySet = useAbility().can('set', 'RolloutEntry', atSchool(school.id));
  const { data, error } = useOperation(SchoolRolloutQuery, { id: school.id, asOf: useAsOf() });
  if (error) return <ErrorNotice error={error} />;
  if (!data?.school) return <LoadingBlock />;
  const { rolloutEntries, version } = data.school;
  const Rows = isPhone ? RowCards : RowTable;
  return (
    <Section
      title={t('pages.rollout.history')}
      aside={
        maySet && (
          <Button variant="contained" size="small" onClick={() => setOpen(true)}>
            {t('pages.rollout.set.open')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          { label: t('resources.schools.fields.scope'), value: <EnumText of="ScopeKind" value={school.scope} /> },
        ]}
      />
      {rolloutEntries.length === 0 && <EmptyState title={t('pages.rollout.none')} />}
      {rolloutEntries.length > 0 && (
        <Rows caption={t('pages.rollout.historyCaption')} rows={rolloutEntries} columns={columns} />
      )}
      {open && (
        <SetStateDialog
          school={{ id: school.id, name: school.name, version }}
          entries={rolloutEntries}
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
};
