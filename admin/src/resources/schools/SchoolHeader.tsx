import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { EnumText } from '../../components/index.js';
import { useAbility } from '../../data/index.js';
import { formatNumber, useText } from '../../i18n/index.js';
import { atSchool } from '../staffing/index.js';
import { ChangeSchoolDialog } from './ChangeSchoolDialog.js';
import { OrganizationDialog } from './OrganizationDialog.js';
import type { School } from './school.graphql.js';
import { FindingsCell, membersOf, RolloutCell } from './school-cells.js';

const Members = ({ school }: { readonly school: School }) => {
  const t = useText();
  const { fullMembers, probationaryMembers } = school;
  const total = membersOf(school);
  if (total === null) return `${t('resources.schools.fields.members')} ${t('common.none')}`;
  const parts = { full: formatNumber(fullMembers), probationary: formatNumber(probationaryMembers) };
  return t('resources.schools.membersText', { total, ...parts });
};

/** Acts on the school's own record, for whom the server would not refuse them. */
const Actions = ({ school }: { readonly school: School }) => {
  const t = useText();
  const { can } = useAbility();
  const [open, setOpen] = useState<'school' | 'organization' | null>(null);
  const close = () => setOpen(null);
  return (
    <Box className="no-print" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {can('update', 'School', { id: school.id }) && (
        <Button variant="outlined" size="small" onClick={() => setOpen('school')}>
          {t('resources.schools.change.open')}
        </Button>
      )}
      {can('update', 'PartyOrganization', atSchool(school.id)) && (
        <Button variant="outlined" size="small" onClick={() => setOpen('organization')}>
          {t('resources.schools.organization.open')}
        </Button>
      )}
      {open === 'school' && <ChangeSchoolDialog school={school} onClose={close} />}
      {open === 'organization' && <OrganizationDialog school={school} onClose={close} />}
    </Box>
  );
};

/** What one must see of a school at a glance. */
export const SchoolHeader = ({ school }: { readonly school: School }) => {
  const t = useText();
  const { code, tenant, stage, orgType, hardFindings, defaultFindings, advisoryFindings } = school;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', marginBottom: 1 }}>
      <Typography component="div" variant="body2" sx={{ flexGrow: 1 }}>
        {tenant.name} · {code} · <EnumText of="SchoolStage" value={stage} /> ·{' '}
        {orgType ? <EnumText of="PartyOrgType" value={orgType} /> : t('resources.schools.noOrganization')} ·{' '}
        <Members school={school} />{' '}
        <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, flexWrap: 'wrap', verticalAlign: 'middle' }}>
          <RolloutCell {...school} />
          {hardFindings + defaultFindings + advisoryFindings > 0 && <FindingsCell {...school} />}
        </Box>
      </Typography>
      <Actions school={school} />
    </Box>
  );
};
