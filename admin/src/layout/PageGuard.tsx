import type { ReactNode } from 'react';
import { useAbility } from '../data/index.js';
import type { AdminPage } from '../data/index.js';
import { ForbiddenPage } from './error-pages.js';

interface PageGuardProps {
  readonly can: AdminPage['can'];
  readonly children: ReactNode;
}

/** Shows a page to whom the ability lets see it. */
export const PageGuard = ({ can, children }: PageGuardProps) => {
  const ability = useAbility();
  return ability.can(can.action, can.subject) ? children : <ForbiddenPage />;
};
