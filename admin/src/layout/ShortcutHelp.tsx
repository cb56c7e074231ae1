import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material';
import { ScrollTable } from '../components/index.js';
import { useText } from '../i18n/index.js';

const KEYS = [
  ['/', 'shell.shortcuts.search'],
  ['g h', 'shell.shortcuts.home'],
  ['?', 'shell.shortcuts.help'],
  ['Esc', 'shell.shortcuts.escape'],
] as const;

interface ShortcutHelpProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What the keys do. */
export const ShortcutHelp = ({ open, onClose }: ShortcutHelpProps) => {
  const t = useText();
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="shortcuts-title" fullWidth maxWidth="xs">
      <DialogTitle id="shortcuts-title">{t('shell.shortcuts.title')}</DialogTitle>
      <DialogContent>
        <ScrollTable caption={t('shell.shortcuts.caption')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('shell.shortcuts.column.keys')}</TableCell>
              <TableCell>{t('shell.shortcuts.column.action')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {KEYS.map(([keys, text]) => (
              <TableRow key={keys}>
                <TableCell component="th" scope="row">
                  <kbd>{keys}</kbd>
                </TableCell>
                <TableCell>{t(text)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </ScrollTable>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
