import type { ReactNode } from 'react';
import { Button } from '@mui/material';
import { LinkBase } from 'react-admin';

interface LinkButtonProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly variant?: 'text' | 'outlined' | 'contained';
  /** What a screen reader says, where the text alone says too little. It begins with the text. */
  readonly label?: string;
  readonly icon?: ReactNode;
}

/** A button that leads to a page: a real link. */
export const LinkButton = ({ to, children, variant = 'text', label, icon }: LinkButtonProps) => (
  <Button component={LinkBase} to={to} variant={variant} aria-label={label} startIcon={icon} size="small">
    {children}
  </Button>
);
