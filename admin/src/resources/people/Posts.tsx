import { Box } from '@mui/material';
import { PathLink, EnumText } from '../../components/index.js';
import { showPath } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import type { PersonRow } from './person.graphql.js';

/** The posts held on the day shown, each with its school. */
export const Posts = ({ posts }: Pick<PersonRow, 'posts'>) => {
  const t = useText();
  if (posts.length === 0) return t('common.none');
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {posts.map(({ id, post, school }) => (
        <li key={id}>
          {school && <PathLink to={showPath('schools', school.id)}>{school.name}</PathLink>}{' '}
          <EnumText of="Post" value={post} />
        </li>
      ))}
    </Box>
  );
};
