import { useState } from 'react';
import { headPostOf, whyNotHead, type Actor } from '@zhixiao/domain';
import { Box, Button, Typography } from '@mui/material';
import {
  checkName,
  clauseText,
  findingText,
  OutcomePill,
  Section,
  SeverityPill,
  StatusPill,
  todoText,
  useWords,
} from '../../components/index.js';
import type { SchemaType } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { DepartDialog } from './DepartDialog.js';
import { RecordDialog } from './RecordDialog.js';
import type { Gate, Topic } from './topic.graphql.js';

type RecordKind = SchemaType<'TopicRecordKind'>;

/** Which record closes which gate. */
const RECORDS: Readonly<Record<string, readonly RecordKind[]>> = {
  ...{ 'PRE-1': ['PROPOSAL'], 'PRE-2': ['INVESTIGATION'], 'PRE-3': ['COMMUNICATION'], 'PRE-6': ['CADRE_DELIBERATION'] },
  ...{
    'PRE-7': ['INDIVIDUAL_DELIBERATION'],
    'PRE-8': ['HEARING'],
    'PRE-9': ['EXPERT', 'TECHNICAL', 'POLICY', 'LEGAL'],
  },
};

interface GateRowProps {
  readonly gate: Gate;
  readonly topic: Topic;
  readonly actor: Actor;
  /** Records may be added. */
  readonly mayPrepare: boolean;
}

/** A signed or pending communication needs signatures, not another record. */
function recordsFor({ checkId, params }: Gate): readonly RecordKind[] {
  const unsigned = (params as { unsigned?: readonly string[] } | null)?.unsigned ?? [];
  return checkId === 'PRE-3' && unsigned.length > 0 ? [] : (RECORDS[checkId] ?? []);
}

const GateActs = ({ gate, topic, actor, mayPrepare }: GateRowProps) => {
  const { t, word } = useWords();
  const [adding, setAdding] = useState<RecordKind | null>(null);
  const [departs, setDeparts] = useState(false);
  if (!mayPrepare) return null;
  const isHead = whyNotHead(actor, headPostOf(topic.meetingKind)) === null;
  const isPending = gate.outcome === 'DEPARTURE_PENDING';
  const mayDepart = gate.severity === 'DEFAULT' && (gate.outcome === 'FAIL' || (isPending && isHead));
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      {recordsFor(gate).map((kind) => (
        <Button key={kind} size="small" variant="outlined" onClick={() => setAdding(kind)}>
          {t('resources.topics.gates.add', { kind: word('TopicRecordKind', kind) })}
        </Button>
      ))}
      {mayDepart && (
        <Button size="small" onClick={() => setDeparts(true)}>
          {t(isHead ? 'resources.topics.departures.accept' : 'resources.topics.departures.request')}
        </Button>
      )}
      {adding && <RecordDialog topic={topic} kind={adding} onClose={() => setAdding(null)} />}
      {departs && <DepartDialog topic={topic} checkId={gate.checkId} onClose={() => setDeparts(false)} />}
    </Box>
  );
};

const GateRow = (props: GateRowProps) => {
  const words = useWords();
  const { t } = words;
  const { gate } = props;
  const todo = todoText(gate.checkId, t);
  return (
    <Box component="li" sx={{ paddingBlock: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
        <SeverityPill severity={gate.severity} />
        {gate.outcome !== 'FAIL' && <OutcomePill outcome={gate.outcome} />}
        {gate.blocks && <StatusPill tone="red">{t('resources.topics.gates.blocks')}</StatusPill>}
        <Typography variant="body2" component="span" sx={{ fontWeight: 600 }}>
          {checkName(gate.checkId, t)}
        </Typography>
        <Typography variant="caption" component="span" color="text.secondary">
          {clauseText(gate.clause, t)}
        </Typography>
      </Box>
      <Typography variant="body2">{findingText(gate, words)}</Typography>
      {todo && (
        <Typography variant="body2" color="text.secondary">
          {t('resources.topics.gates.todo', { text: todo })}
        </Typography>
      )}
      <GateActs {...props} />
    </Box>
  );
};

interface GroupProps extends Omit<GateRowProps, 'gate'> {
  readonly title: string;
  readonly gates: readonly Gate[];
}

const Group = ({ title, gates, ...rest }: GroupProps) => {
  if (gates.length === 0) return null;
  return (
    <Box component="section" aria-label={title}>
      <Typography variant="h3">{title}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {gates.map((gate) => (
          <GateRow key={gate.checkId} gate={gate} {...rest} />
        ))}
      </Box>
    </Box>
  );
};

/** What is met already: by the outcomes on record. */
const Met = ({ checks }: Pick<Topic, 'checks'>) => {
  const t = useText();
  const [shows, setShows] = useState(false);
  const met = checks.filter(
    ({ current, outcome }) => current && (outcome === 'PASS' || outcome === 'DEPARTURE_APPROVED'),
  );
  if (met.length === 0) return null;
  return (
    <>
      <Button size="small" aria-expanded={shows} onClick={() => setShows(!shows)}>
        {shows ? t('resources.topics.gates.hide') : t('resources.topics.gates.met', { count: met.length })}
      </Button>
      {shows && (
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {met.map(({ checkId, outcome, clause }) => (
            <Box component="li" key={checkId} sx={{ paddingBlock: 0.25 }}>
              <OutcomePill outcome={outcome} /> {checkName(checkId, t)}{' '}
              <Typography variant="caption" component="span" color="text.secondary">
                {clauseText(clause, t)}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
    </>
  );
};

export interface TopicGates {
  readonly confirm: readonly Gate[];
  readonly decide: readonly Gate[];
}

interface GatesSectionProps extends Omit<GateRowProps, 'gate'> {
  readonly gates: TopicGates;
}

/** 程序要求: what is open, what it says, what to do now; what is met folds away. */
export const GatesSection = ({ gates, topic, ...rest }: GatesSectionProps) => {
  const t = useText();
  const first = gates.confirm.map(({ checkId }) => checkId);
  const later = gates.decide.filter(({ checkId }) => !first.includes(checkId));
  const isOpen = gates.decide.length > 0;
  return (
    <Section title={t('resources.topics.gates.title')}>
      <Box aria-live="polite">
        {!isOpen && <StatusPill tone="green">{t('resources.topics.gates.done')}</StatusPill>}
        <Group title={t('resources.topics.gates.confirm')} gates={gates.confirm} topic={topic} {...rest} />
        <Group title={t('resources.topics.gates.decide')} gates={later} topic={topic} {...rest} />
      </Box>
      <Met checks={topic.checks} />
    </Section>
  );
};
