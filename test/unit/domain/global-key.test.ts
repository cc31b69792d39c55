import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globalKeyOf, isGlobalKey } from '#shared/domain/global-key.ts';

const bare = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

describe('a global key', () => {
  it.each([
    [{ code: 'KeyT', ctrlKey: true, altKey: true }, 'Ctrl+Alt+T'],
    [{ code: 'Digit4', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+4'],
    [{ code: 'F9', ctrlKey: true }, 'Ctrl+F9'],
    [{ code: 'ArrowUp', altKey: true, metaKey: true }, 'Alt+Super+Up'],
    [{ code: 'ControlLeft', ctrlKey: true }, null],
    [{ code: 'Semicolon', ctrlKey: true, altKey: true }, null],
  ])('%j is %s', (pressed, keys) => {
    expect(globalKeyOf({ ...bare, ...pressed })).toBe(keys);
  });

  it.each([
    'T',
    'Shift+T',
    'Ctrl+T',
    'F5',
    'Shift+F5',
    'Alt+F4',
    'Ctrl+Ctrl+T',
    'Ctrl+Alt+',
    'Ctrl+Alt+;',
    '',
  ])('%s is refused', (keys) => {
    expect(isGlobalKey(keys)).toBe(false);
  });

  it('pressed with Ctrl and Alt is one, if it is a key at all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('KeyA', 'Digit0', 'F12', 'Space', 'End'),
        fc.boolean(),
        (code, shiftKey) => {
          const keys = globalKeyOf({ code, ctrlKey: true, altKey: true, shiftKey, metaKey: false });
          expect(keys !== null && isGlobalKey(keys)).toBe(true);
        },
      ),
    );
  });
});
