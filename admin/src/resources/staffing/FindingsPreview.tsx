import { Box, Typography } from '@mui/material';
import type { Finding } from '@zhixiao/domain';
import { checkName, FindingsPanel, LoadingBlock, Section, StatusPill } from '../../components/index.js';
import { useText } from '../../i18n/index.js';
import { isOpen, type FindingsPreview as Preview } from './preview-findings.js';

const names = (findings: readonly Finding[]): string[] => findings.filter(isOpen).map(({ checkId }) => checkId);

/** What the appointment mends and what it breaks, in two lines. */
const Difference = ({ before, after }: { readonly before: readonly Finding[]; readonly after: readonly Finding[] }) => {
  const t = useText();
  const [was, is] = [names(before), names(after)];
  const mended = was.filter((id) => !is.includes(id));
  const broken = is.filter((id) => !was.includes(id));
  const list = (ids: string[]) => ids.map((id) => checkName(id, t)).join(t('common.listSeparator'));
  return (
    <Box sx={{ display: 'grid', gap: 0.5, marginBottom: 1 }}>
      <Typography variant="body2">
        {t('resources.appointments.preview.counts', { before: was.length, after: is.length })}
      </Typography>
      {mended.length > 0 && (
        <div>
          <StatusPill tone="green">{t('resources.appointments.preview.mended')}</StatusPill> {list(mended)}
        </div>
      )}
      {broken.length > 0 && (
        <div>
          <StatusPill tone="red">{t('resources.appointments.preview.broken')}</StatusPill> {list(broken)}
        </div>
      )}
    </Box>
  );
};

interface FindingsPreviewProps {
  readonly preview: Preview | null;
  readonly on: string;
}

/** 检查结果 beside the form: it follows each change, before anything is saved. */
export const FindingsPreview = ({ preview, on }: FindingsPreviewProps) => {
  const t = useText();
  return (
    <Section
      title={t('resources.appointments.preview.title')}
      aside={t('resources.appointments.preview.on', { date: on })}
    >
      {!preview && <LoadingBlock />}
      <Box aria-live="polite">
        {preview && !preview.after && (
          <Typography variant="body2" color="textSecondary">
            {t('resources.appointments.preview.waiting')}
          </Typography>
        )}
        {preview?.after && <Difference before={preview.before} after={preview.after} />}
      </Box>
      {preview && <FindingsPanel findings={preview.after ?? preview.before} live />}
    </Section>
  );
};
