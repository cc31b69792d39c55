/** A client as the rail shows it. */
export interface RailClient {
  readonly id: string;
  readonly name: string;
  /** Two letters, for the collapsed rail. */
  readonly code: string;
  readonly colour: number;
  readonly pinned: boolean;
  /** A paused or ended client is marked as such. */
  readonly state: 'active' | 'paused' | 'ended';
  readonly dueToday: number;
  readonly overdue: number;
}

/** The running entry as the timer bar shows it. */
export interface RunningTimer {
  readonly clientName: string;
  readonly colour: number;
  /** Null when time runs on a client without a task. */
  readonly task: string | null;
  /** UTC milliseconds. */
  readonly startedAt: number;
}

/** State of Google as one word and one sentence. */
export interface SyncWord {
  readonly tone: 'success' | 'warning' | 'danger' | 'neutral';
  readonly label: string;
  /** For a narrow window: "2 min ago". */
  readonly short: string;
}
