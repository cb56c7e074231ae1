import { Box, Paper, Typography } from '@mui/material';
import type { Column } from './column.js';

interface RowCardsProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
}

/** The rows of a list as cards, for a phone. */
export const RowCards = <Row extends { readonly id: string }>({ caption, rows, columns }: RowCardsProps<Row>) => {
  const title = columns.find(({ isTitle }) => isTitle);
  const lines = columns.filter(({ isTitle }) => !isTitle);
  return (
    <Box
      component="ul"
      aria-label={caption}
      sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}
    >
      {rows.map((row) => (
        <Paper key={row.id} component="li" variant="outlined" sx={{ padding: 1.5 }}>
          {title && (
            <Typography component="div" sx={{ fontWeight: 600, minHeight: 32 }}>
              {title.render(row)}
            </Typography>
          )}
          <Box
            component="dl"
            sx={{
              display: 'grid',
              gridTemplateColumns: '6em minmax(0, 1fr)',
              gap: 0.5,
              margin: 0,
              fontSize: '0.8125rem',
            }}
          >
            {lines.map(({ key, label, render }) => (
              <Box key={key} sx={{ display: 'contents' }}>
                <Box component="dt" sx={{ color: 'text.secondary' }}>
                  {label}
                </Box>
                <Box component="dd" sx={{ margin: 0 }}>
                  {render(row)}
                </Box>
              </Box>
            ))}
          </Box>
        </Paper>
      ))}
    </Box>
  );
};
