import { useState } from 'react';
import type { RuledMeetingKind } from '@zhixiao/domain';
import {
  Box,
  FormControlLabel,
  MenuItem,
  Switch,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { ScrollTable, Section, StatusPill } from '../../components/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';
import { ruleRows, type RuleWords } from './rule-rows.js';
import type { RulesVersion } from './rules.graphql.js';
import { rulesOf } from './rules-values.js';

interface RulesCompareProps {
  readonly current: RulesVersion;
  readonly others: readonly RulesVersion[];
  readonly meetingKind: RuledMeetingKind;
  readonly words: RuleWords;
}

const useVersionName = () => {
  const t = useText();
  const word = useEnumWords();
  return ({ number, status }: RulesVersion) =>
    t('resources.rulesOfProcedure.version', { number, status: word('FilingState', status) });
};

/** 对照: two versions side by side, rule by rule, what changed marked in words. */
export const RulesCompare = ({ current, others, meetingKind, words }: RulesCompareProps) => {
  const t = useText();
  const nameOf = useVersionName();
  const before = others.find(({ number }) => number < current.number) ?? others[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const [onlyChanged, setOnlyChanged] = useState(true);
  const other = others.find(({ id }) => id === chosen) ?? before;
  if (!other) {
    return (
      <Section title={t('resources.rulesOfProcedure.compare.title')}>
        <Typography variant="body2">{t('resources.rulesOfProcedure.compare.none')}</Typography>
      </Section>
    );
  }
  const theirs = ruleRows(rulesOf(other.fields, meetingKind), words);
  const rows = ruleRows(rulesOf(current.fields, meetingKind), words).map((row, index) => ({
    ...row,
    other: theirs[index]?.value ?? '',
  }));
  const shown = rows.filter(({ value, other: was }) => !onlyChanged || value !== was);
  return (
    <Section title={t('resources.rulesOfProcedure.compare.title')}>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <TextField
          select
          label={t('resources.rulesOfProcedure.compare.with')}
          value={other.id}
          onChange={({ target }) => setChosen(target.value)}
          sx={{ width: 200 }}
        >
          {others.map((version) => (
            <MenuItem key={version.id} value={version.id}>
              {nameOf(version)}
            </MenuItem>
          ))}
        </TextField>
        <FormControlLabel
          control={<Switch checked={onlyChanged} onChange={(_, on) => setOnlyChanged(on)} />}
          label={t('resources.rulesOfProcedure.compare.onlyChanged')}
        />
      </Box>
      {shown.length === 0 && <Typography variant="body2">{t('resources.rulesOfProcedure.compare.same')}</Typography>}
      {shown.length > 0 && (
        <ScrollTable caption={t('resources.rulesOfProcedure.compare.caption')} minWidth={560}>
          <TableHead>
            <TableRow>
              <TableCell scope="col">{t('resources.rulesOfProcedure.compare.field')}</TableCell>
              <TableCell scope="col">{nameOf(other)}</TableCell>
              <TableCell scope="col">{nameOf(current)}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map(({ key, label, value, other: was }) => (
              <TableRow key={key}>
                <TableCell component="th" scope="row">
                  {label}{' '}
                  {value !== was && (
                    <StatusPill tone="blue">{t('resources.rulesOfProcedure.compare.changed')}</StatusPill>
                  )}
                </TableCell>
                <TableCell>{was}</TableCell>
                <TableCell>{value}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </ScrollTable>
      )}
    </Section>
  );
};
