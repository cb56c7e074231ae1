import { Box } from '@mui/material';
import { byPost, PathLink, PostName } from '../../components/index.js';
import { showPath, type HeldPost } from '../../data/index.js';
import { useText } from '../../i18n/index.js';

/** The posts held on the day shown, each with its school. */
export const Posts = ({ posts }: { readonly posts: readonly HeldPost[] }) => {
  const t = useText();
  if (posts.length === 0) return t('common.none');
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {[...posts].sort(byPost).map((seat) => (
        <li key={seat.id}>
          {seat.school && <PathLink to={showPath('schools', seat.school.id)}>{seat.school.name}</PathLink>}{' '}
          <PostName seat={seat} />
        </li>
      ))}
    </Box>
  );
};
