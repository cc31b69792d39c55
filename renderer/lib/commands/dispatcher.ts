import type { Command } from './command.ts';
import { parseKeys, pressed } from './keys.ts';

/** How long the second key of a pair may take. */
const PAIR_MS = 1_200;

/**
 * Runs the command whose keys are pressed. Single letters do nothing while a person types or a dialog is open.
 * @returns the function that stops listening.
 */
export function listenForKeys(
  target: Document,
  commands: () => readonly Command[],
  mac: boolean,
): () => void {
  let first: KeyboardEvent | null = null;
  const onKey = (event: KeyboardEvent) => {
    if (
      event.defaultPrevented ||
      event.isComposing ||
      ['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)
    )
      return;
    const before = first && event.timeStamp - first.timeStamp < PAIR_MS ? first : null;
    first = null;
    const usable = commands()
      .filter((command) => command.keys && allowed(command, event, target))
      .toReversed();
    const match = (presses: ReturnType<typeof parseKeys>) => {
      const [one, two] = presses;
      if (!one) return false;
      if (two) return before !== null && pressed(one, before, mac) && pressed(two, event, mac);
      return pressed(one, event, mac);
    };
    const found = usable.find((command) => match(parseKeys(command.keys ?? '')));
    if (found) {
      event.preventDefault();
      found.run();
    } else if (usable.some((command) => startsPair(command.keys ?? '', event, mac))) {
      first = event;
    }
  };
  target.addEventListener('keydown', onKey);
  return () => target.removeEventListener('keydown', onKey);
}

function startsPair(keys: string, event: KeyboardEvent, mac: boolean): boolean {
  const [one, two] = parseKeys(keys);
  return one !== undefined && two !== undefined && pressed(one, event, mac);
}

function allowed(command: Command, event: KeyboardEvent, target: Document): boolean {
  const typing =
    event.target instanceof HTMLElement &&
    event.target.matches(
      'input, textarea, select, [contenteditable="true"], [role="menuitem"], [role="option"]',
    );
  if (typing && !command.inFields && !(takesNoText(event.target) && withMod(command))) return false;
  const modal = target.querySelector('[role="dialog"][aria-modal="true"]');
  return !modal || command.inFields === true;
}

/** A radio, a check box or a field that only opens a list: Ctrl and a letter mean nothing to them. */
function takesNoText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input:is([type="radio"], [type="checkbox"], [readonly])')
  );
}

function withMod({ keys }: Command): boolean {
  return keys !== undefined && parseKeys(keys).every(({ mod }) => mod);
}
