import { Box, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { NumberLink, RolloutPill, ScrollTable, Section } from '../components/index.js';
import { formatPercent, useEnumWords, useText } from '../i18n/index.js';
import type { Progress } from './home.graphql.js';
import { inScopePath } from './links.js';

/** The share of a whole in percent; nothing to share: null. */
function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1000 * part) / whole) / 10;
}

const Bar = ({ percent }: { readonly percent: number }) => (
  <Box aria-hidden sx={{ height: 14, borderRadius: '2px', backgroundColor: 'action.hover' }}>
    <Box
      className="ink"
      sx={{ width: `${percent}%`, height: '100%', borderRadius: '2px', backgroundColor: 'primary.main' }}
    />
  </Box>
);

/** 推进进度: schools in scope by state, as bars that are a table. */
export const Funnel = ({ progress }: { readonly progress: Progress }) => {
  const t = useText();
  const word = useEnumWords();
  const { funnel, inScope } = progress;
  return (
    <Section title={t('home.funnel.title')}>
      <ScrollTable caption={t('home.funnel.caption')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('home.funnel.state')}</TableCell>
            <TableCell sx={{ width: '45%' }}>{t('home.funnel.bar')}</TableCell>
            <TableCell align="right">{t('home.funnel.count')}</TableCell>
            <TableCell align="right">{t('home.funnel.share')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {funnel.map(({ state, count }) => (
            <TableRow key={state}>
              <TableCell component="th" scope="row">
                <RolloutPill state={state} />
              </TableCell>
              <TableCell>
                <Bar percent={shareOf(count, inScope) ?? 0} />
              </TableCell>
              <TableCell align="right">
                <NumberLink
                  to={inScopePath({ rolloutState: [state] })}
                  value={count}
                  label={word('RolloutState', state)}
                />
              </TableCell>
              <TableCell align="right">{formatPercent(shareOf(count, inScope))}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </ScrollTable>
    </Section>
  );
};
