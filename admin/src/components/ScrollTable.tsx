import type { ReactNode } from 'react';
import { Box, Table } from '@mui/material';

interface ScrollTableProps {
  /** Says what the table holds; read out, and not shown again where a heading says the same. */
  readonly caption: string;
  readonly children: ReactNode;
  readonly minWidth?: number;
}

const hidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** A table that scrolls inside its own frame, so that the page never scrolls sideways. The frame is reachable by keyboard. */
export const ScrollTable = ({ caption, children, minWidth }: ScrollTableProps) => (
  <Box role="group" aria-label={caption} tabIndex={0} sx={{ overflowX: 'auto', position: 'relative' }}>
    <Table size="small" sx={{ minWidth }}>
      <Box component="caption" sx={hidden}>
        {caption}
      </Box>
      {children}
    </Table>
  </Box>
);
