import type { ReactNode } from 'react';
import { Link } from '@mui/material';
import { LinkBase } from 'react-admin';
import { formatNumber } from '../i18n/index.js';

interface PathLinkProps {
  /** A route, as `listPath` and `showPath` make it. */
  readonly to: string;
  readonly children: ReactNode;
  /** What a screen reader says, where the text alone says too little. */
  readonly label?: string;
  /** Within a sentence or on a coloured ground: the colour of the text around it, underlined. */
  readonly plain?: boolean;
}

/** A real link (`<a href>`): it opens in a new tab, can be copied, and works by keyboard. */
export const PathLink = ({ to, children, label, plain }: PathLinkProps) => (
  <Link
    component={LinkBase}
    to={to}
    aria-label={label}
    color={plain ? 'inherit' : 'primary'}
    underline={plain ? 'always' : 'hover'}
  >
    {children}
  </Link>
);

interface NumberLinkProps extends Pick<PathLinkProps, 'to' | 'plain'> {
  readonly value: number;
  readonly label?: string;
}

/** A number that leads to the list behind it; nothing is behind 0. The name read out begins with the number that is seen. */
export const NumberLink = ({ to, value, label, plain }: NumberLinkProps) =>
  value === 0 ? (
    formatNumber(value)
  ) : (
    <PathLink to={to} plain={plain} label={label ? `${formatNumber(value)} ${label}` : undefined}>
      {formatNumber(value)}
    </PathLink>
  );
