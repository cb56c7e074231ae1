import { useState } from 'react';
import { mayDepartFrom, type Severity } from '@zhixiao/domain';
import { Box, Button, Typography } from '@mui/material';
import {
  checkName,
  clauseText,
  findingText,
  OutcomePill,
  Section,
  SeverityPill,
  useDayShown,
  useWords,
} from '../../components/index.js';
import { useAbility } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { atSchool, RequestDepartureDialog } from '../staffing/index.js';
import type { School } from './school.graphql.js';
import { seatsOn } from './seats-on.js';

type Finding = School['findings'][number];

const RANK: Readonly<Record<Severity, number>> = { HARD: 0, DEFAULT: 1, ADVISORY: 2 };
const OPEN = new Set(['FAIL', 'DEPARTURE_PENDING']);
const LEFT = new Set(['FAIL', 'DEPARTURE_PENDING', 'DEPARTURE_APPROVED', 'NO_RECORD']);

interface RowProps {
  readonly finding: Finding;
  /** Given: the school may ask to depart from this. */
  readonly onRequest: (() => void) | undefined;
}

const FindingRow = ({ finding, onRequest }: RowProps) => {
  const t = useText();
  const words = useWords();
  const { checkId, outcome, severity, clause } = finding;
  const isOpen = OPEN.has(outcome);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', paddingBlock: 0.5, flexWrap: 'wrap' }}>
      {isOpen && <SeverityPill severity={severity} />}
      {outcome !== 'FAIL' && <OutcomePill outcome={outcome} />}
      <Typography variant="body2" component="span" sx={{ flex: '1 1 240px' }}>
        {isOpen ? findingText(finding, words) : checkName(checkId, t)}{' '}
        <Typography variant="caption" component="span" color="textSecondary">
          {clauseText(clause, t)}
        </Typography>
      </Typography>
      {onRequest && (
        <Button
          size="small"
          onClick={onRequest}
          aria-label={`${t('resources.departures.request.short')} ${checkName(checkId, t)}`}
        >
          {t('resources.departures.request.short')}
        </Button>
      )}
    </Box>
  );
};

/** Everybody of the team once, to choose whom a departure is for. */
function membersOfTeam(school: School, on: string): { id: string; name: string }[] {
  const named = seatsOn(school, on).flatMap(({ person, personName }) =>
    person ? [{ id: person.id, name: personName }] : [],
  );
  return [...new Map(named.map((member) => [member.id, member])).values()];
}

/** 检查结果 of the day, worst first, each with its clause; what is 一般 can be departed from with reason and approval. */
export const SchoolFindings = ({ school }: { readonly school: School }) => {
  const t = useText();
  const { can } = useAbility();
  const on = useDayShown();
  const [asked, setAsked] = useState<string | null>(null);
  const mayRequest = can('request', 'StaffingDeparture', atSchool(school.id));
  const findings = school.findings
    .filter(({ outcome }) => LEFT.has(outcome))
    .sort((a, b) => Number(OPEN.has(b.outcome)) - Number(OPEN.has(a.outcome)) || RANK[a.severity] - RANK[b.severity]);
  const open = findings.filter(({ outcome }) => OPEN.has(outcome)).length;
  return (
    <Section
      title={t('common.findings.title')}
      aside={open > 0 ? t('common.findings.open', { count: open }) : t('common.findings.none')}
    >
      <Box component="ul" aria-label={t('common.findings.caption')} sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {findings.map((finding) => (
          <FindingRow
            key={finding.checkId}
            finding={finding}
            onRequest={
              mayRequest && finding.outcome === 'FAIL' && mayDepartFrom(finding)
                ? () => setAsked(finding.checkId)
                : undefined
            }
          />
        ))}
      </Box>
      {asked && (
        <RequestDepartureDialog
          schoolId={school.id}
          checkId={asked}
          team={membersOfTeam(school, on)}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
};
