import { z } from 'zod';

/** Keys that hold others; named as the system's global keys name them. */
const modifiers = ['Ctrl', 'Alt', 'Shift', 'Super'] as const;

const named = new Set([
  ...['Space', 'Insert', 'Home', 'End', 'PageUp', 'PageDown', 'Up', 'Down', 'Left', 'Right'],
  ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
]);

/** A key press as the window reports it. */
export interface PressedKey {
  /** The key's place on the keyboard: `KeyT`, `Digit4`, `F9`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/**
 * The combination that a key press stands for: `Ctrl+Alt+T`. Null while only modifiers are down, or for a key that
 * cannot be one.
 */
export function globalKeyOf(pressed: PressedKey): string | null {
  const key = keyOf(pressed.code);
  if (!key) return null;
  const held = [pressed.ctrlKey, pressed.altKey, pressed.shiftKey, pressed.metaKey];
  return [...modifiers.filter((_, index) => held[index]), key].join('+');
}

/**
 * Whether a combination can be taken from the whole system without taking away what people type with: two modifiers
 * and a key, one of them not Shift, or a function key above F4 with at least one.
 */
export function isGlobalKey(keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const known = parts.every((part) => modifiers.some((modifier) => modifier === part));
  if (!known || new Set(parts).size !== parts.length) return false;
  if (!(named.has(key) || /^[A-Z0-9]$/.test(key))) return false;
  const strong = parts.filter((part) => part !== 'Shift').length;
  if (/^F([5-9]|1\d|2[0-4])$/.test(key)) return strong >= 1;
  return parts.length >= 2 && strong >= 1;
}

function keyOf(code: string): string | null {
  const plain = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  if (plain) return plain[1] ?? plain[2] ?? null;
  const name = code.replace(/^Arrow/, '');
  return named.has(name) ? name : null;
}

/** A combination that `isGlobalKey` accepts; the message is a key of the error texts. */
export const globalKeySchema = z.string().max(60).refine(isGlobalKey, 'globalKey.weak');
