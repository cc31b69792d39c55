import type { EntryFilter } from '#shared/ipc/time.ts';

/** A filter that lets everything of one client, or of all, through. */
export function emptyFilter(clientId: string | null): EntryFilter {
  return {
    clientId,
    taskId: null,
    category: null,
    workKindId: null,
    billable: null,
    fromDate: null,
    toDate: null,
    text: '',
  };
}

/** Whether anything but the client narrows the list. */
export function isNarrowed(filter: EntryFilter, fixedClient: string | null): boolean {
  return Boolean(
    filter.text ||
      filter.category ||
      filter.workKindId ||
      typeof filter.billable === 'boolean' ||
      filter.taskId ||
      filter.fromDate ||
      filter.toDate ||
      filter.clientId !== fixedClient,
  );
}
