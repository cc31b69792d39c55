import { createContext, type ReactNode, use, useLayoutEffect, useState } from 'react';
import type { Command, FindingSource } from './command.ts';
import { listenForKeys } from './dispatcher.ts';
import { type CommandRegistry, createCommandRegistry } from './registry.ts';

interface Commands {
  readonly registry: CommandRegistry;
  /** macOS calls its keys by other names. */
  readonly mac: boolean;
}

const CommandsContext = createContext<Commands | null>(null);

/** Holds what can be done now and runs it by its keys. */
export function CommandsProvider({ mac, children }: { readonly mac: boolean; readonly children: ReactNode }) {
  const [value] = useState<Commands>(() => ({ registry: createCommandRegistry(), mac }));
  useLayoutEffect(() => listenForKeys(document, value.registry.commands, mac), [value, mac]);
  return <CommandsContext value={value}>{children}</CommandsContext>;
}

export function useCommandRegistry(): Commands {
  const value = use(CommandsContext);
  if (!value) throw new Error('CommandsProvider is missing above this component');
  return value;
}

const NO_COMMANDS: readonly Command[] = [];
const NO_SOURCES: readonly FindingSource[] = [];

/**
 * Offers these commands while the component is on screen: laid out and not yet painted, so that a key works as soon as
 * its screen can be seen. Pass a memoised list: it is compared by identity.
 */
export function useCommands(commands: readonly Command[]): void {
  const { registry } = useCommandRegistry();
  useLayoutEffect(() => registry.add(commands, NO_SOURCES), [registry, commands]);
}

/** Lets the palette find things while the component is on screen. Pass a memoised source. */
export function useFindingSource(source: FindingSource): void {
  const { registry } = useCommandRegistry();
  useLayoutEffect(() => registry.add(NO_COMMANDS, [source]), [registry, source]);
}
