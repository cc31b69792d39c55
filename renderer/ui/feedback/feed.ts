export interface ToastInput {
  readonly text: string;
  /** A second line: what is safe, what to do. */
  readonly detail?: string;
  /** `error` stays until it is closed or left behind (see `passed`); the others leave after some seconds. */
  readonly tone?: 'info' | 'success' | 'error';
  readonly action?: ToastAction;
  /** A newer message about the same takes its place. */
  readonly about?: string;
}

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
  /** It takes back the newest change. Only the newest such toast keeps it, and only until that change is taken back. */
  readonly undoes?: boolean;
}

export interface ToastItem extends ToastInput {
  readonly id: string;
}

export interface Announcement {
  readonly id: number;
  readonly message: string;
  readonly urgent: boolean;
}

export interface FeedState {
  readonly toasts: readonly ToastItem[];
  readonly announcement: Announcement | null;
}

/** Messages of one window: a small store outside React's tree, so that posting one re-renders only its readers. */
export interface Feed {
  readonly state: () => FeedState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly announce: (message: string, urgent?: boolean) => void;
  readonly toast: (input: ToastInput) => string;
  readonly close: (id: string) => void;
  /** The newest change was taken back or made again by other means: what offers to take it back goes. */
  readonly undone: () => void;
  /** The person has moved on, to another view or to something that went well: errors that could be read by now go. */
  readonly passed: () => void;
}

/** The most toasts on screen; older ones that are not errors make room first. */
const MOST = 4;
/** An error is on screen for at least so long. */
const READ_MS = 6_000;

/** `now`: milliseconds on a clock that only goes on. */
export function createFeed(now: () => number = () => performance.now()): Feed {
  const since = new Map<string, number>();
  let state: FeedState = { toasts: [], announcement: null };
  let count = 0;
  const listeners = new Set<() => void>();
  const set = (next: FeedState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce: (message, urgent = false) => {
      count += 1;
      set({ ...state, announcement: { id: count, message, urgent } });
    },
    toast: (input) => {
      count += 1;
      const id = `toast-${count}`;
      const others = state.toasts.filter(({ about }) => about === undefined || about !== input.about);
      const earlier = input.action?.undoes ? others.map(withoutUndo) : others;
      if (input.tone === 'error') since.set(id, now());
      set({ ...state, toasts: withRoom([...earlier, { ...input, id }]) });
      return id;
    },
    close: (id) => {
      if (state.toasts.some((toast) => toast.id === id)) {
        set({ ...state, toasts: state.toasts.filter((toast) => toast.id !== id) });
      }
    },
    undone: () => {
      const toasts = state.toasts.filter((toast) => !toast.action?.undoes);
      if (toasts.length < state.toasts.length) set({ ...state, toasts });
    },
    passed: () => {
      const read = (id: string) => now() - (since.get(id) ?? Number.POSITIVE_INFINITY) >= READ_MS;
      const toasts = state.toasts.filter(({ id }) => !read(id));
      for (const { id } of state.toasts) if (read(id)) since.delete(id);
      if (toasts.length < state.toasts.length) set({ ...state, toasts });
    },
  };
}

/** Its button would take back a newer change than the one it tells of. */
function withoutUndo(toast: ToastItem): ToastItem {
  if (!toast.action?.undoes) return toast;
  const { action: _, ...words } = toast;
  return words;
}

function withRoom(toasts: readonly ToastItem[]): readonly ToastItem[] {
  if (toasts.length <= MOST) return toasts;
  const oldest = toasts.find((toast) => toast.tone !== 'error') ?? toasts[0];
  return toasts.filter((toast) => toast !== oldest);
}
