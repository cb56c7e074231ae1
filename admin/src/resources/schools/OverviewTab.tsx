import { Typography } from '@mui/material';
import { CivilDate, EnumText, PathLink, Section, StatusPill } from '../../components/index.js';
import { showPath, useAbility } from '../../data/index.js';
import { formatNumber, useText, type TextKey } from '../../i18n/index.js';
import { Facts, type Fact } from '../parts/index.js';
import { HeadCell, StaffingCell } from './school-cells.js';
import type { School } from './school.graphql.js';
import { SchoolFindings } from './SchoolFindings.js';
import { TeamCard } from './TeamCard.js';

const YesNo = ({ value }: { readonly value: boolean | null }) => {
  const t = useText();
  if (value === null) return t('common.unknown');
  return t(value ? 'common.yes' : 'common.no');
};

function useSchoolFacts(school: School): readonly Fact[] {
  const t = useText();
  const label = (field: string) => t(`resources.schools.fields.${field}` as TextKey);
  const { stage, ownership, scope, legalPerson, town, classes, students, staff } = school;
  return [
    { label: label('stage'), value: <EnumText of="SchoolStage" value={stage} /> },
    { label: label('ownership'), value: <EnumText of="Ownership" value={ownership} /> },
    { label: label('legalPerson'), value: <YesNo value={legalPerson} /> },
    { label: label('scope'), value: <EnumText of="ScopeKind" value={scope} /> },
    { label: label('town'), value: town ?? t('common.none') },
    { label: label('classes'), value: formatNumber(classes) },
    { label: label('students'), value: formatNumber(students) },
    { label: label('staff'), value: formatNumber(staff) },
  ];
}

function useOrganizationFacts({ organization }: School): readonly Fact[] {
  const t = useText();
  const label = (field: string) => t(`resources.schools.fields.${field}` as TextKey);
  if (!organization) return [];
  const { name, orgType, hasCommittee, termStart, termEnd, termExtendedUntil, approvalNo, superior } = organization;
  const facts = [
    { label: label('organizationName'), value: name },
    { label: label('orgType'), value: <EnumText of="PartyOrgType" value={orgType} /> },
    { label: label('hasCommittee'), value: <YesNo value={hasCommittee} /> },
    { label: label('termStart'), value: <CivilDate value={termStart} /> },
    { label: label('termEnd'), value: <CivilDate value={termEnd} /> },
    { label: label('approvalNo'), value: approvalNo ?? t('common.none') },
    { label: label('superior'), value: superior?.name ?? t('common.none') },
  ];
  const extended = { label: label('termExtendedUntil'), value: <CivilDate value={termExtendedUntil} /> };
  return termExtendedUntil ? [...facts, extended] : facts;
}

const Assumed = ({ school }: { readonly school: School }) => {
  const t = useText();
  if (school.assumed.length === 0) return null;
  const fields = school.assumed.map((field) => t(`resources.schools.fields.${field}` as TextKey, { _: field }));
  return (
    <Typography variant="body2" sx={{ marginTop: 1 }}>
      <StatusPill tone="yellow">{t('common.assumed')}</StatusPill>{' '}
      {t('resources.schools.assumedFields', { fields: fields.join(t('common.listSeparator')) })}
    </Typography>
  );
};

/** Who may not read appointments still sees who the heads are. */
const Heads = ({ school }: { readonly school: School }) => {
  const t = useText();
  const facts = [
    {
      label: t('resources.schools.fields.secretary'),
      value: <HeadCell name={school.secretaryName} vacantSince={school.secretaryVacantSince} />,
    },
    {
      label: t('resources.schools.fields.principal'),
      value: <HeadCell name={school.principalName} vacantSince={school.principalVacantSince} />,
    },
    { label: t('resources.schools.fields.staffing'), value: <StaffingCell {...school} /> },
  ];
  return (
    <Section title={t('resources.schools.team.title')}>
      <Facts facts={facts} />
    </Section>
  );
};

/** 概览: findings and team first, then what is registered. */
export const OverviewTab = ({ school }: { readonly school: School }) => {
  const t = useText();
  const { can } = useAbility();
  const facts = useSchoolFacts(school);
  const organization = useOrganizationFacts(school);
  const tabLink = (tab: string, text: TextKey) => (
    <PathLink to={showPath('schools', school.id, tab)}>{t(text)}</PathLink>
  );
  return (
    <>
      <SchoolFindings school={school} />
      {can('read', 'Appointment') ? <TeamCard school={school} /> : <Heads school={school} />}
      <Section title={t('resources.schools.register')} aside={tabLink('history', 'resources.schools.tabs.history')}>
        <Facts facts={facts} />
        <Assumed school={school} />
      </Section>
      <Section title={t('resources.schools.organization.title')}>
        {organization.length > 0 ? <Facts facts={organization} /> : t('resources.schools.noOrganization')}
      </Section>
    </>
  );
};
