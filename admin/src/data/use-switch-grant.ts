import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-admin';
import { selectGrant } from './session.js';

/** Switches to another grant: nothing that was read under the old one stays. Ask about unsaved forms before. */
export function useSwitchGrant(): (id: string) => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async (id) => {
    await queryClient.cancelQueries();
    await selectGrant(id);
    queryClient.clear();
    navigate('/');
  };
}
