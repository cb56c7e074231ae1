import { approverOf, headPostOf, type MatterType } from '@zhixiao/domain';
import { Box, Typography } from '@mui/material';
import { clauseText, findingText, Section, SeverityPill, todoText, useWords } from '../../components/index.js';
import { formatNumber } from '../../i18n/index.js';
import type { DraftTopic, previewGates } from './preview-gates.js';

interface NeedsPreviewProps {
  readonly draft: DraftTopic | null;
  readonly preview: ReturnType<typeof previewGates> | null;
}

/** Who decides, who confirms, and what follows: what the catalogue says of the matter. */
function useMatterLines(): (matter: MatterType, draft: DraftTopic) => readonly string[] {
  const { t, word } = useWords();
  return (matter, { meetingKind, twoThirds }) => {
    const decider = word('Decider', matter.decidedBy);
    const head = word('HeadPost', headPostOf(meetingKind));
    const drafter = word('Decider', matter.draftedBy);
    const needsTwoThirds = twoThirds || matter.twoThirds === 'FIXED' || matter.twoThirds === 'REQUIRED';
    return [
      t('resources.topics.form.decidedBy', { decider, head }),
      ...(matter.draftedBy === matter.decidedBy ? [] : [t('resources.topics.form.draftFirst', { drafter, decider })]),
      ...(needsTwoThirds ? [t('resources.topics.form.twoThirds')] : []),
      ...(matter.superior === 'NONE' ? [] : [t(`resources.topics.form.superior.${matter.superior}`)]),
      ...(matter.disclosure === 'NONE' ? [] : [t(`resources.topics.form.disclosure.${matter.disclosure}`)]),
    ];
  };
}

/** 该议题须办理: the gates that the type sets, following what is typed; the same checks as later, with nothing recorded yet. */
export const NeedsPreview = ({ draft, preview }: NeedsPreviewProps) => {
  const words = useWords();
  const { t, word } = words;
  const linesOf = useMatterLines();
  const step =
    preview?.rules && draft?.amount != null ? approverOf(preview.rules, Math.round(draft.amount * 100)) : null;
  return (
    <Section title={t('resources.topics.form.needs')}>
      <Box aria-live="polite">
        {(!draft || !preview) && (
          <Typography variant="body2" color="text.secondary">
            {t('resources.topics.form.choose')}
          </Typography>
        )}
        {draft &&
          linesOf(draft.matter, draft).map((line) => (
            <Typography key={line} variant="body2">
              {line}
            </Typography>
          ))}
        {step && draft && (
          <Typography variant="body2">
            {formatNumber(draft.amount)}{' '}
            {t('resources.topics.form.amountHelp', { approver: word('AmountApprover', step.approver) })}
            {step.needsTender && ` ${t('resources.topics.form.tender')}`}
          </Typography>
        )}
        {preview && preview.gates.length === 0 && (
          <Typography variant="body2">{t('resources.topics.form.needsNothing')}</Typography>
        )}
        {preview && preview.gates.length > 0 && (
          <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {preview.gates.map((gate) => (
              <Box component="li" key={gate.checkId} sx={{ paddingBlock: 0.5 }}>
                <SeverityPill severity={gate.severity} />{' '}
                <Typography component="span" variant="body2">
                  {todoText(gate.checkId, t) ?? findingText(gate, words)}{' '}
                </Typography>
                <Typography component="span" variant="caption" color="text.secondary">
                  {clauseText(gate.clause, t)}
                </Typography>
              </Box>
            ))}
          </Box>
        )}
      </Box>
    </Section>
  );
};
