import { useEffect, useId, useState, type ReactNode } from 'react';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Dialog, DialogContent, DialogTitle, IconButton } from '@mui/material';
import { useLocation } from 'react-router';
import { useText } from '../../i18n/index.js';
import { keepFocus } from './keep-focus.js';
import { useIsPhone } from './use-is-phone.js';

interface ActionDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: 'xs' | 'sm' | 'md' | 'lg';
}

/** A dialog that holds a form or details; it fills a phone. The focus goes in and comes back by itself. */
export const ActionDialog = ({ title, onClose, children, width = 'sm' }: ActionDialogProps) => {
  const t = useText();
  const id = useId();
  const isPhone = useIsPhone();
  const { pathname } = useLocation();
  const [openedAt] = useState(pathname);
  useEffect(() => keepFocus, []);
  // going back in the browser leaves the dialog as well as its page
  useEffect(() => {
    if (pathname !== openedAt) onClose();
  }, [pathname, openedAt, onClose]);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth={width} fullScreen={isPhone} aria-labelledby={id}>
      <Box sx={{ display: 'flex', alignItems: 'center', paddingInlineEnd: 1 }}>
        <DialogTitle id={id} sx={{ flexGrow: 1 }}>
          {title}
        </DialogTitle>
        <IconButton aria-label={t('common.close')} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </Box>
      <DialogContent>{children}</DialogContent>
    </Dialog>
  );
};
