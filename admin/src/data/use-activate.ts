import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-admin';
import { activate } from './session.js';

/** Takes a new account over and goes home. The admin had found nobody logged in: it asks again first, or it would log out. */
export function useActivate(): (input: Parameters<typeof activate>[0]) => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async (input) => {
    await activate(input);
    await queryClient.refetchQueries({ queryKey: ['auth'] });
    navigate('/');
  };
}
