import {
  PARTY_ORG_TYPES,
  ROLLOUT_STATES,
  SCHOOL_STAGES,
  SCOPE_KINDS,
  SEVERITIES,
  STAFFING_CHECK_IDS,
} from '@zhixiao/domain';
import { checkName } from '../../components/index.js';
import type { SchemaType } from '../../data/index.js';
import { useText, type EnumName } from '../../i18n/index.js';
import { FilterBar, ManySelect, OneSelect, TenantSelect, useEnumChoices, useFilters } from '../parts/index.js';

type Filter = SchemaType<'SchoolFilter'>;

const VACANT = ['SECRETARY', 'PRINCIPAL', 'DEPUTY_SECRETARY'] as const;
/** Conditions that lie in the folded part: a link that uses one opens it. */
const FOLDED = ['scope', 'ownership', 'failing', 'combined', 'lacksFullTimeDeputy', 'hasFindings', 'assumed'] as const;

interface ManyOfProps {
  readonly source: keyof Filter;
  readonly of: EnumName;
  readonly values: readonly string[];
  readonly label: string;
}

const ManyOf = ({ source, of, values: all, label }: ManyOfProps) => {
  const { values, setFilter } = useFilters<Filter>();
  const choices = useEnumChoices(of, all);
  return (
    <ManySelect
      label={label}
      choices={choices}
      value={values[source] as readonly string[] | undefined}
      onChange={(value) => setFilter({ [source]: value })}
    />
  );
};

const YesNo = ({ source, label }: { readonly source: keyof Filter; readonly label: string }) => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const value = values[source] as boolean | undefined;
  return (
    <OneSelect
      label={label}
      choices={[
        { value: 'true', text: t('common.yes') },
        { value: 'false', text: t('common.no') },
      ]}
      value={value === undefined ? undefined : String(value)}
      onChange={(text) => setFilter({ [source]: text === undefined ? undefined : text === 'true' })}
    />
  );
};

const Vacant = () => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const choices = useEnumChoices('Post', VACANT).map(({ value, text }) => ({
    value,
    text: value === 'DEPUTY_SECRETARY' ? t('common.fullTimeDeputy') : text,
  }));
  return (
    <ManySelect
      label={t('resources.schools.filters.vacant')}
      choices={choices}
      value={values.vacant ?? undefined}
      onChange={(vacant) => setFilter({ vacant })}
    />
  );
};

const Findings = () => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const choices = STAFFING_CHECK_IDS.map((id) => ({ value: id, text: checkName(id, t) }));
  const severities = useEnumChoices('Severity', SEVERITIES);
  return (
    <>
      <ManySelect
        label={t('resources.schools.filters.failing')}
        width={240}
        choices={choices}
        value={values.failing ?? undefined}
        onChange={(failing) => setFilter({ failing })}
      />
      <OneSelect
        label={t('resources.schools.filters.hasFindings')}
        choices={severities}
        value={values.hasFindings ?? undefined}
        onChange={(hasFindings) => setFilter({ hasFindings })}
      />
    </>
  );
};

/** The conditions of the school list. */
export const SchoolFilters = () => {
  const t = useText();
  const { values, setFilter } = useFilters<Filter>();
  const more = (
    <>
      <ManyOf source="scope" of="ScopeKind" values={SCOPE_KINDS} label={t('resources.schools.fields.scope')} />
      <Findings />
      <YesNo source="combined" label={t('resources.schools.filters.combined')} />
      <YesNo source="lacksFullTimeDeputy" label={t('resources.schools.filters.lacksFullTimeDeputy')} />
      <ManyOf
        source="ownership"
        of="Ownership"
        values={['PUBLIC', 'PRIVATE']}
        label={t('resources.schools.fields.ownership')}
      />
      <YesNo source="assumed" label={t('resources.schools.filters.assumed')} />
    </>
  );
  return (
    <FilterBar
      searchLabel={t('resources.schools.filters.q')}
      more={more}
      showsMore={FOLDED.some((name) => values[name] !== undefined)}
    >
      <TenantSelect value={values.tenantId} onChange={(tenantId) => setFilter({ tenantId })} />
      <ManyOf source="stage" of="SchoolStage" values={SCHOOL_STAGES} label={t('resources.schools.fields.stage')} />
      <ManyOf
        source="orgType"
        of="PartyOrgType"
        values={PARTY_ORG_TYPES}
        label={t('resources.schools.fields.orgType')}
      />
      <ManyOf
        source="rolloutState"
        of="RolloutState"
        values={ROLLOUT_STATES}
        label={t('resources.schools.fields.rolloutState')}
      />
      <Vacant />
    </FilterBar>
  );
};
