import { checkRules, type RuledMeetingKind, type RulesOfProcedure } from '@zhixiao/domain';
import { Box, Typography } from '@mui/material';
import { useWatch } from 'react-hook-form';
import { Section, StatusPill } from '../../components/index.js';
import { useEnumWords, useText, type TextKey } from '../../i18n/index.js';
import { zhCN } from '../../i18n/zh-CN/index.js';
import { handedDown, type MatterFields } from '../matters/index.js';
import { rulesOfForm } from './rules-values.js';

const { rule } = zhCN.resources.rulesOfProcedure;

interface ProblemsProps {
  readonly rules: RulesOfProcedure;
  readonly types: readonly MatterFields[];
}

/** What is wrong in rules, by the domain's own check; none where they may be adopted. */
export const RulesProblems = ({ rules, types }: ProblemsProps) => {
  const t = useText();
  const word = useEnumWords();
  const problems = checkRules(rules, [handedDown(types)]);
  const nameOf = (field: string): string => {
    if (field in rule) return t(`resources.rulesOfProcedure.rule.${field}` as TextKey);
    const code = field.replace(/^matters\./, '');
    return types.find((type) => type.code === code)?.nameZh ?? code;
  };
  return (
    <Section title={t('resources.rulesOfProcedure.check.title')}>
      <Box aria-live="polite">
        {problems.length === 0 ? (
          <StatusPill tone="green">{t('resources.rulesOfProcedure.check.ok')}</StatusPill>
        ) : (
          <>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {t('resources.rulesOfProcedure.check.problem', { count: problems.length })}
            </Typography>
            <Box component="ul" sx={{ margin: 0, paddingInlineStart: '1.2em', fontSize: '0.8125rem' }}>
              {problems.map(({ code, field }) => (
                <li key={`${code} ${field}`}>
                  {t('common.inParens', { text: nameOf(field), note: word('RulesViolation', code) })}
                </li>
              ))}
            </Box>
          </>
        )}
      </Box>
    </Section>
  );
};

interface LiveCheckProps {
  readonly meetingKind: RuledMeetingKind;
  readonly types: readonly MatterFields[];
}

/** The same while one types. */
export const LiveCheck = ({ meetingKind, types }: LiveCheckProps) => (
  <RulesProblems rules={rulesOfForm(useWatch(), meetingKind)} types={types} />
);
