import type { Command, FindingSource } from './command.ts';

/** What can be done and found at this moment. Screens add to it while they are open. */
export interface CommandRegistry {
  readonly commands: () => readonly Command[];
  readonly sources: () => readonly FindingSource[];
  /** Returns the function that takes them away again. A later command with the same id or keys comes first. */
  readonly add: (commands: readonly Command[], sources: readonly FindingSource[]) => () => void;
  /** Runs a command by id; one that is not there yet runs as soon as it is offered (its screen may be loading). */
  readonly run: (id: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

interface Entry {
  readonly commands: readonly Command[];
  readonly sources: readonly FindingSource[];
}

export function createCommandRegistry(): CommandRegistry {
  let entries: readonly Entry[] = [];
  let commands: readonly Command[] = [];
  let sources: readonly FindingSource[] = [];
  let awaited: string | null = null;
  const listeners = new Set<() => void>();
  const set = (next: readonly Entry[]) => {
    entries = next;
    commands = latestById(entries.flatMap((entry) => entry.commands));
    sources = latestById(entries.flatMap((entry) => entry.sources)).toSorted((a, b) => a.order - b.order);
    for (const listener of listeners) listener();
    const waiting = commands.find((command) => command.id === awaited);
    if (!waiting) return;
    awaited = null;
    waiting.run();
  };
  return {
    commands: () => commands,
    sources: () => sources,
    add: (added, found) => {
      const entry = { commands: added, sources: found };
      set([...entries, entry]);
      return () => set(entries.filter((other) => other !== entry));
    },
    run: (id) => {
      const found = commands.find((command) => command.id === id);
      awaited = found ? null : id;
      found?.run();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function latestById<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
