import { Typography } from '@mui/material';
import { PathLink, Section } from '../components/index.js';
import { useAbility } from '../data/index.js';
import { useText } from '../i18n/index.js';

/** The way to the cross-school report, for whom may read it. */
export const ReportLink = () => {
  const t = useText();
  if (!useAbility().can('read', 'Report')) return null;
  return (
    <div className="no-print">
      <Section title={t('home.report.title')} aside={<PathLink to="/report">{t('home.report.open')}</PathLink>}>
        <Typography variant="body2">{t('home.report.text')}</Typography>
      </Section>
    </div>
  );
};
