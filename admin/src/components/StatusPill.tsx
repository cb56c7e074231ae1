import type { ReactNode } from 'react';
import BlockIcon from '@mui/icons-material/RemoveCircleOutlined';
import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import InfoIcon from '@mui/icons-material/InfoOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, type Theme } from '@mui/material';

/** What a colour means is always said by the icon and the word as well. */
export type Tone = 'red' | 'yellow' | 'green' | 'blue' | 'grey';

const ICONS = { red: ErrorIcon, yellow: WarningIcon, green: CheckIcon, blue: InfoIcon, grey: BlockIcon } as const;

/** The text colour of a tone; at least 4.5:1 on paper in both themes. */
function toneColor(theme: Theme, tone: Tone): string {
  const { palette } = theme;
  const colors: Record<Tone, string> = {
    red: palette.error.main,
    yellow: palette.warning.main,
    green: palette.success.main,
    blue: palette.info.main,
    grey: palette.text.secondary,
  };
  return colors[tone];
}

interface StatusPillProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly title?: string;
}

/** A state as icon, word and colour. */
export const StatusPill = ({ tone, children, title }: StatusPillProps) => {
  const Icon = ICONS[tone];
  return (
    <Box
      component="span"
      title={title}
      sx={(theme) => ({
        display: 'inline-flex',
        alignItems: 'center',
        gap: '4px',
        paddingInline: '6px',
        borderRadius: '4px',
        border: '1px solid currentColor',
        fontSize: '0.75rem',
        lineHeight: '20px',
        whiteSpace: 'nowrap',
        color: toneColor(theme, tone),
      })}
    >
      <Icon aria-hidden sx={{ fontSize: 14 }} />
      <span>{children}</span>
    </Box>
  );
};
