import { useEffect, useRef } from 'react';
import { useLocation } from 'react-admin';
import { useNavigationType } from 'react-router';

/** One page: tabs of a record and conditions of a list are places within it. */
const pageOf = (pathname: string): string => pathname.split('/').slice(0, 4).join('/');

/**
 * A new page begins at its top, and the keyboard with it: a link that was followed has left the page together with the focus.
 * Going back is left to the browser, which knows how far one had scrolled.
 */
export function useArrival(): void {
  const { pathname } = useLocation();
  const how = useNavigationType();
  const page = pageOf(pathname);
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    if (how === 'POP') return;
    window.scrollTo(0, 0);
    const focused = document.activeElement;
    const isLost = focused === null || focused === document.body;
    if (isLost) document.getElementById('main-content')?.focus({ preventScroll: true });
  }, [page, how]);
}
