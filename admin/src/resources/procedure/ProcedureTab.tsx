import { Box } from '@mui/material';
import { CivilDate, ErrorNotice, LoadingBlock, PathLink, Section } from '../../components/index.js';
import { listPath, showPath, useOperation } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { DecisionPill, LightPill } from '../decisions/index.js';
import { MeetingPill } from '../meetings/index.js';
import { HeldBackTable } from './HeldBackTable.js';
import { SchoolMeetingsQuery } from './procedure.graphql.js';
import { SchoolCompliance } from './SchoolCompliance.js';

interface SchoolProps {
  readonly school: { readonly id: string };
}

const lineStyle = { display: 'flex', flexWrap: 'wrap', gap: 1, paddingBlock: 0.5, fontSize: '0.8125rem' } as const;
const listStyle = { listStyle: 'none', margin: 0, padding: 0 } as const;

const Latest = ({ school }: SchoolProps) => {
  const t = useText();
  const { data, error } = useOperation(SchoolMeetingsQuery, { id: school.id });
  if (error) return <ErrorNotice error={error} />;
  if (!data?.school) return <LoadingBlock />;
  const { meetings, decisions } = data.school;
  const filter = { schoolId: school.id };
  const all = (count: number) => t('pages.procedure.all', { count });
  return (
    <>
      <Section
        title={t('resources.meetings.name')}
        aside={<PathLink to={listPath('meetings', { filter })}>{all(meetings.totalCount)}</PathLink>}
      >
        <Box component="ul" aria-label={t('resources.meetings.name')} sx={listStyle}>
          {meetings.nodes.map(({ id, title, heldOn, state }) => (
            <Box component="li" key={id} sx={lineStyle}>
              <CivilDate value={heldOn} />
              <PathLink to={showPath('meetings', id)}>{title}</PathLink>
              <MeetingPill state={state} />
            </Box>
          ))}
        </Box>
      </Section>
      <Section
        title={t('resources.decisions.name')}
        aside={<PathLink to={listPath('decisions', { filter })}>{all(decisions.totalCount)}</PathLink>}
      >
        <Box component="ul" aria-label={t('resources.decisions.name')} sx={listStyle}>
          {decisions.nodes.map(({ id, number, title, state, light }) => (
            <Box component="li" key={id} sx={lineStyle}>
              {number}
              <PathLink to={showPath('decisions', id)}>{title}</PathLink>
              <DecisionPill state={state} />
              {light && <LightPill light={light} />}
            </Box>
          ))}
        </Box>
      </Section>
    </>
  );
};

/** 议事决策: how a school keeps the procedure this term, its latest meetings and decisions, and what was held back. */
export const ProcedureTab = ({ school }: SchoolProps) => {
  const t = useText();
  return (
    <>
      <SchoolCompliance schoolId={school.id} />
      <Latest school={school} />
      <Section title={t('pages.procedure.heldBack')}>
        <HeldBackTable schoolId={school.id} />
      </Section>
    </>
  );
};
