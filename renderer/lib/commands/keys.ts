/** Parts of one key press as a command writes it: `mod+shift+k`. */
interface Press {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly key: string;
}

type KeyLike = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Reads `g i` into its presses. */
export function parseKeys(keys: string): readonly Press[] {
  return keys.split(' ').map((press) => {
    const parts = press.toLowerCase().split('+');
    return {
      mod: parts.includes('mod'),
      shift: parts.includes('shift'),
      alt: parts.includes('alt'),
      key: parts.at(-1) ?? '',
    };
  });
}

/** Whether an event is this press. Signs such as `?` or `/` are met by what is typed, shift or not. */
export function pressed(press: Press, event: KeyLike, mac: boolean): boolean {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  const isSign = press.key.length === 1 && !/[\p{L}\p{N}]/u.test(press.key);
  return (
    event.key.toLowerCase() === press.key &&
    mod === press.mod &&
    !other &&
    event.altKey === press.alt &&
    (isSign || event.shiftKey === press.shift)
  );
}

const NAMES: Readonly<Record<string, string>> = {
  enter: 'Enter',
  escape: 'Esc',
  delete: 'Del',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  space: 'Space',
};

/** How the keys are shown: `mod+k` is one chip `Ctrl K`, `g i` two chips. */
export function keyLabels(keys: string, mac: boolean): readonly string[] {
  return parseKeys(keys).map(({ mod, shift, alt, key }) => {
    const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
    const words = [
      mod && (mac ? '⌘' : 'Ctrl'),
      alt && (mac ? '⌥' : 'Alt'),
      shift && (mac ? '⇧' : 'Shift'),
      name,
    ];
    return words.filter(Boolean).join(' ');
  });
}
