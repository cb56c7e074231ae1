import { useState } from 'react';
import OnIcon from '@mui/icons-material/CheckBox';
import OffIcon from '@mui/icons-material/CheckBoxOutlineBlank';
import ColumnsIcon from '@mui/icons-material/ViewColumnOutlined';
import { Button, ListItemIcon, ListItemText, Menu, MenuItem } from '@mui/material';
import { useText } from '../../i18n/index.js';
import type { Column } from './column.js';
import { useColumns } from './use-columns.js';

interface ColumnChooserProps<Row> {
  readonly list: string;
  readonly columns: readonly Column<Row>[];
}

/** 列设置: which columns the table shows. */
export const ColumnChooser = <Row,>({ list, columns }: ColumnChooserProps<Row>) => {
  const t = useText();
  const { isHidden, toggle } = useColumns(list, columns);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        startIcon={<ColumnsIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {t('resources.shared.columns')}
      </Button>
      <Menu disablePortal anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {columns
          .filter(({ isTitle }) => !isTitle)
          .map(({ key, label }) => (
            <MenuItem key={key} dense role="menuitemcheckbox" aria-checked={!isHidden(key)} onClick={() => toggle(key)}>
              <ListItemIcon>{isHidden(key) ? <OffIcon fontSize="small" /> : <OnIcon fontSize="small" />}</ListItemIcon>
              <ListItemText primary={label} />
            </MenuItem>
          ))}
      </Menu>
    </>
  );
};
