import { FILING_STATES, RULED_MEETING_KINDS } from '@zhixiao/domain';
import { useListContext } from 'react-admin';
import { CivilDate, EnumText, PathLink } from '../../components/index.js';
import { showPath, useAbility, useLive, useViewer, type SchemaType } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import {
  FilterBar,
  LinkButton,
  ListPage,
  ManySelect,
  TenantSelect,
  useEnumChoices,
  useFilters,
  type Column,
} from '../parts/index.js';
import { FilingPill } from './filing-pill.js';
import type { RulesRow } from './rules.graphql.js';

type Filter = SchemaType<'RulesFilter'>;

const RulesFilters = () => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const { refetch } = useListContext();
  useLive({ type: 'RulesOfProcedure' }, () => void refetch?.());
  const kinds = useEnumChoices('RuledMeetingKind', RULED_MEETING_KINDS);
  const states = useEnumChoices('FilingState', FILING_STATES);
  return (
    <FilterBar>
      <TenantSelect value={values.tenantId} onChange={(tenantId) => setFilter({ tenantId })} />
      <ManySelect
        label={t('resources.rulesOfProcedure.fields.meetingKind')}
        width={160}
        choices={kinds}
        value={values.meetingKind ?? undefined}
        onChange={(meetingKind) => setFilter({ meetingKind })}
      />
      <ManySelect
        label={t('resources.rulesOfProcedure.fields.status')}
        choices={states}
        value={values.status ?? undefined}
        onChange={(status) => setFilter({ status })}
      />
    </FilterBar>
  );
};

function useColumnsOfRules(): readonly Column<RulesRow>[] {
  const t = useText();
  const word = useEnumWords();
  const none = t('common.none');
  type Field = 'title' | 'school' | 'meetingKind' | 'status' | 'adoptedOn' | 'submittedOn' | 'filedOn' | 'filingNo';
  const label = (field: Field | 'inForceUntil') => t(`resources.rulesOfProcedure.fields.${field}`);
  return [
    {
      key: 'title',
      label: label('title'),
      isTitle: true,
      render: ({ id, meetingKind, number, school }) => (
        <PathLink to={showPath('rulesOfProcedure', id)}>
          {t(school ? 'resources.rulesOfProcedure.titleAt' : 'resources.rulesOfProcedure.title', {
            school: school?.name ?? '',
            kind: word('RuledMeetingKind', meetingKind),
            number,
          })}
        </PathLink>
      ),
    },
    {
      key: 'meetingKind',
      label: label('meetingKind'),
      isExtra: true,
      render: ({ meetingKind }) => <EnumText of="RuledMeetingKind" value={meetingKind} />,
    },
    { key: 'status', label: label('status'), render: ({ status }) => <FilingPill state={status} /> },
    { key: 'adoptedOn', label: label('adoptedOn'), render: ({ adoptedOn }) => <CivilDate value={adoptedOn} /> },
    { key: 'submittedOn', label: label('submittedOn'), render: ({ submittedOn }) => <CivilDate value={submittedOn} /> },
    { key: 'filingNo', label: label('filingNo'), render: ({ filingNo }) => filingNo ?? none },
    { key: 'filedOn', label: label('filedOn'), render: ({ filedOn }) => <CivilDate value={filedOn} /> },
    {
      key: 'inForceUntil',
      label: label('inForceUntil'),
      isExtra: true,
      render: ({ inForceUntil }) => <CivilDate value={inForceUntil} />,
    },
  ];
}

const DraftLinks = () => {
  const t = useText();
  const word = useEnumWords();
  const { can } = useAbility();
  const grant = useViewer()?.grant;
  if (!grant?.schoolId || !can('draft', 'RulesOfProcedure', { id: grant.schoolId, schoolId: grant.schoolId })) {
    return null;
  }
  return RULED_MEETING_KINDS.map((kind) => (
    <LinkButton key={kind} to={`/rulesOfProcedure/create?meetingKind=${kind}`}>
      {t('resources.rulesOfProcedure.draft.open', { kind: word('RuledMeetingKind', kind) })}
    </LinkButton>
  ));
};

/** 议事规则: the versions of each school's rules and how far each is. */
export const RulesList = () => {
  const t = useText();
  return (
    <ListPage
      resource="rulesOfProcedure"
      title={t('resources.rulesOfProcedure.name')}
      caption={t('resources.rulesOfProcedure.caption')}
      sort={{ field: 'id', order: 'DESC' }}
      columns={useColumnsOfRules()}
      filters={<RulesFilters />}
      actions={<DraftLinks />}
      hint={t('resources.rulesOfProcedure.none')}
      empty={<DraftLinks />}
    />
  );
};
