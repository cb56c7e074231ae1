import { Box, Typography } from '@mui/material';
import EnoughIcon from '@mui/icons-material/CheckCircleOutlined';
import ShortIcon from '@mui/icons-material/ErrorOutlined';
import { useText } from '../../i18n/index.js';

interface QuorumBarProps {
  readonly quorum: {
    readonly quorumCheck: string | null;
    readonly expected: number | null;
    readonly present: number | null;
    readonly needed: number | null;
    readonly quorumMet: boolean | null;
    readonly absentNames: readonly string[];
  };
  readonly isLarge?: boolean;
}

/** 到会 n / 应到 n · 需 n: read out whenever it changes; short of it, red and with the names of those who are missing. */
export const QuorumBar = ({ quorum, isLarge }: QuorumBarProps) => {
  const t = useText();
  const { quorumCheck, expected, present, needed, quorumMet, absentNames } = quorum;
  const share = t(quorumCheck === 'PM-5' ? 'resources.meetings.quorum.twoThirds' : 'resources.meetings.quorum.half');
  const isKnown = expected !== null && present !== null && needed !== null;
  const isShort = isKnown && quorumMet !== true;
  const Icon = isShort ? ShortIcon : EnoughIcon;
  const color = isShort ? 'error.main' : isKnown ? 'success.main' : 'text.secondary';
  return (
    <Box role="status" aria-live="polite" sx={{ borderInlineStart: 4, borderColor: color, paddingInlineStart: 1.5 }}>
      <Typography
        component="div"
        variant={isLarge ? 'h2' : 'body2'}
        sx={{ color, display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center', fontWeight: 600 }}
      >
        {isKnown
          ? t('resources.meetings.quorum.bar', { present, expected, needed, share })
          : t('resources.meetings.quorum.unknown')}
        {isKnown && <Icon aria-hidden fontSize="small" />}
        {isKnown && t(isShort ? 'resources.meetings.quorum.short' : 'resources.meetings.quorum.enough')}
      </Typography>
      {isShort && absentNames.length > 0 && (
        <Typography variant="body2" color="error">
          {t('resources.meetings.quorum.missing', { names: absentNames.join(t('common.listSeparator')) })}
        </Typography>
      )}
    </Box>
  );
};
