import { useRead } from '../../../lib/queries.ts';

/** The zone of this computer, IANA; what the main process says, and the page's own until it has. */
export function useHomeZone(): string {
  const { data } = useRead('app.info');
  return data?.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
