import type { RulesOfProcedure } from '@zhixiao/domain';
import { Box, Typography } from '@mui/material';
import { Section } from '../../components/index.js';
import { useText } from '../../i18n/index.js';
import { RULE_GROUPS, ruleRows, type RuleWords } from './rule-rows.js';

/** What the rules say, group by group. */
export const RulesContent = ({ rules, words }: { readonly rules: RulesOfProcedure; readonly words: RuleWords }) => {
  const t = useText();
  const rows = ruleRows(rules, words);
  return (
    <Section title={t('resources.rulesOfProcedure.content')}>
      {RULE_GROUPS.map((group) => (
        <Box key={group} sx={{ marginBottom: 1 }}>
          <Typography variant="h3">{t(`resources.rulesOfProcedure.groups.${group}`)}</Typography>
          <Box
            component="dl"
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '16em minmax(0, 1fr)' },
              columnGap: 2,
              margin: 0,
              fontSize: '0.8125rem',
            }}
          >
            {rows
              .filter((row) => row.group === group)
              .map(({ key, label, value }) => (
                <Box key={key} sx={{ display: 'contents' }}>
                  <Box component="dt" sx={{ color: 'text.secondary' }}>
                    {label}
                  </Box>
                  <Box component="dd" sx={{ margin: 0 }}>
                    {value}
                  </Box>
                </Box>
              ))}
          </Box>
        </Box>
      ))}
    </Section>
  );
};
