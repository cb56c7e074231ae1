import { useAbility, useViewer } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { LinkButton } from '../parts/index.js';

/** The button that begins a topic, for the people of a school who may. */
export const NewTopicButton = ({ variant }: { readonly variant?: 'text' | 'contained' }) => {
  const t = useText();
  const { can } = useAbility();
  const schoolId = useViewer()?.grant?.schoolId;
  if (!schoolId || !can('prepare', 'Topic', { id: schoolId, schoolId, restricted: false })) return null;
  return (
    <LinkButton to="/topics/create" variant={variant ?? 'text'}>
      {t('resources.topics.create')}
    </LinkButton>
  );
};
