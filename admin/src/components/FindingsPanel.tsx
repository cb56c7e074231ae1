import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import type { Severity } from '@zhixiao/domain';
import { useText } from '../i18n/index.js';
import { checkName, clauseText, findingText, type FindingLike } from './finding-text.js';
import { OutcomePill, SeverityPill } from './pills.js';
import type { CheckOutcome } from './schema-words.js';
import { useWords } from './use-words.js';

/** A finding of the API or of `staffingFindings` in a form. */
interface PanelFinding extends FindingLike {
  readonly outcome: CheckOutcome;
  readonly severity: Severity;
}

const RANK: Readonly<Record<Severity, number>> = { HARD: 0, DEFAULT: 1, ADVISORY: 2 };
const OPEN: readonly CheckOutcome[] = ['FAIL', 'DEPARTURE_PENDING'];
const SETTLED: readonly CheckOutcome[] = ['PASS', 'DEPARTURE_APPROVED', 'NO_RECORD'];

const bySeverity = (a: PanelFinding, b: PanelFinding): number => RANK[a.severity] - RANK[b.severity];

const FindingRow = ({ finding }: { readonly finding: PanelFinding }) => {
  const words = useWords();
  const { outcome, severity } = finding;
  const isOpen = OPEN.includes(outcome);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', paddingBlock: '6px' }}>
      <Box sx={{ flexShrink: 0, display: 'flex', gap: 0.5 }}>
        {isOpen && <SeverityPill severity={severity} />}
        {outcome !== 'FAIL' && <OutcomePill outcome={outcome} />}
      </Box>
      <Typography variant="body2" component="span">
        {isOpen ? findingText(finding, words) : checkName(finding.checkId, words.t)}
        <Typography variant="caption" component="span" color="textSecondary">
          {' '}
          {clauseText(finding.clause, words.t)}
        </Typography>
      </Typography>
    </Box>
  );
};

const Rows = ({ findings, label }: { readonly findings: readonly PanelFinding[]; readonly label: string }) => (
  <Box component="ul" aria-label={label} sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
    {findings.map((finding) => (
      <FindingRow key={finding.checkId} finding={finding} />
    ))}
  </Box>
);

interface FindingsPanelProps {
  readonly findings: readonly PanelFinding[];
  /** In a form: announced to screen readers when it changes. */
  readonly live?: boolean;
}

/** 检查结果: what is not met, worst first, each with its source; what is met folds away. */
export const FindingsPanel = ({ findings, live }: FindingsPanelProps) => {
  const t = useText();
  const [showsSettled, setShowsSettled] = useState(false);
  const open = findings.filter(({ outcome }) => OPEN.includes(outcome)).sort(bySeverity);
  const settled = findings.filter(({ outcome }) => SETTLED.includes(outcome));
  const more = t(open.length > 0 ? 'common.findings.passed' : 'common.findings.allPassed', { count: settled.length });
  const nothing = settled.length > 0 ? t('common.findings.none') : t('common.findings.notApplicable');
  return (
    <Box role="group" aria-label={t('common.findings.title')}>
      <Box aria-live={live ? 'polite' : undefined}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {open.length > 0 ? t('common.findings.open', { count: open.length }) : nothing}
        </Typography>
        {open.length > 0 && <Rows findings={open} label={t('common.findings.caption')} />}
      </Box>
      {settled.length > 0 && (
        <Button size="small" aria-expanded={showsSettled} onClick={() => setShowsSettled(!showsSettled)}>
          {showsSettled ? t('common.findings.hidePassed') : more}
        </Button>
      )}
      {showsSettled && <Rows findings={settled} label={t('common.findings.showPassed')} />}
    </Box>
  );
};
