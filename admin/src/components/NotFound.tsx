import { useText } from '../i18n/index.js';
import { EmptyState } from './EmptyState.js';
import { PathLink } from './PathLink.js';

interface NotFoundProps {
  /** The list in which it may be looked for. */
  readonly list?: string;
}

/** Not there, or not for these eyes: the server says both alike. What to do next is said as well. */
export const NotFound = ({ list = '/' }: NotFoundProps) => {
  const t = useText();
  return (
    <EmptyState title={t('errors.NOT_FOUND')}>
      <p>{t('errors.advice.NOT_FOUND')}</p>
      <PathLink to={list}>{t(list === '/' ? 'shell.errorPage.goHome' : 'common.backToList')}</PathLink>
    </EmptyState>
  );
};
