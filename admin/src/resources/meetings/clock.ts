import { formatDateTime } from '../../i18n/index.js';

/** `14:30` in Shanghai. */
export function clockOf(instant: string | null | undefined): string {
  return instant ? formatDateTime(instant).slice(11, 16) : '—';
}
