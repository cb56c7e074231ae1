import { RATE_IDS } from '@zhixiao/domain';
import { Box } from '@mui/material';
import { Section } from '../../components/index.js';
import { useText } from '../../i18n/index.js';

/** 口径: by which definition each rate is counted. */
export const Definitions = () => {
  const t = useText();
  return (
    <Section title={t('pages.report.definitionsTitle')}>
      <Box component="dl" sx={{ margin: 0, display: 'grid', gap: 0.5, fontSize: '0.8125rem' }}>
        {RATE_IDS.map((id) => (
          <div key={id}>
            <Box component="dt" sx={{ fontWeight: 600, display: 'inline' }}>
              {t(`pages.report.rates.${id}`)}
            </Box>{' '}
            <Box component="dd" sx={{ margin: 0, display: 'inline' }}>
              {t(`pages.report.definitions.${id}`)}
            </Box>
          </div>
        ))}
      </Box>
    </Section>
  );
};
