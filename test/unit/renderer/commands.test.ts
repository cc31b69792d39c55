import { describe, expect, it, vi } from 'vitest';
import type { Command } from '#renderer/lib/commands/command.ts';
import { keyLabels, parseKeys, pressed } from '#renderer/lib/commands/keys.ts';
import { createCommandRegistry } from '#renderer/lib/commands/registry.ts';

const event = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const meets = (keys: string, ...args: Parameters<typeof event>) => {
  const [press] = parseKeys(keys);
  return press !== undefined && pressed(press, event(...args), false);
};

describe('keys', () => {
  it('meets exactly the modifiers that are named', () => {
    expect(meets('mod+k', 'k', { ctrlKey: true })).toBe(true);
    expect(meets('mod+k', 'K', { ctrlKey: true, shiftKey: true })).toBe(false);
    expect(meets('mod+k', 'k')).toBe(false);
    expect(meets('n', 'n', { altKey: true })).toBe(false);
    expect(meets('n', 'n', { metaKey: true })).toBe(false);
  });

  it('meets a sign however the keyboard makes it', () => {
    expect(meets('?', '?', { shiftKey: true })).toBe(true);
    expect(meets('/', '/')).toBe(true);
  });

  it('is Cmd on macOS', () => {
    const [press] = parseKeys('mod+k');
    expect(press && pressed(press, event('k', { metaKey: true }), true)).toBe(true);
    expect(press && pressed(press, event('k', { ctrlKey: true }), true)).toBe(false);
  });

  it.each([
    ['mod+k', ['Ctrl K']],
    ['g i', ['G', 'I']],
    ['mod+shift+z', ['Ctrl Shift Z']],
    ['delete', ['Del']],
  ])('%s shows as %j', (keys, labels) => expect(keyLabels(keys, false)).toEqual(labels));
});

describe('registry', () => {
  const command = (id: string, run = vi.fn()): Command => ({ id, label: id, run });

  it('offers what was added last under an id, and the earlier one again when that goes', () => {
    const registry = createCommandRegistry();
    const [first, second] = [command('a'), command('a')];
    registry.add([first], []);
    const remove = registry.add([second], []);
    expect(registry.commands()).toEqual([second]);
    remove();
    expect(registry.commands()).toEqual([first]);
  });

  it('runs a command that is not there yet once it is offered, and only once', () => {
    const registry = createCommandRegistry();
    const late = command('late');
    registry.run('late');
    registry.add([command('other')], []);
    expect(late.run).not.toHaveBeenCalled();
    registry.add([late], []);
    registry.add([command('other')], []);
    expect(late.run).toHaveBeenCalledOnce();
  });

  it('keeps only the last of the commands that are waited for', () => {
    const registry = createCommandRegistry();
    const [one, two] = [command('one'), command('two')];
    registry.run('one');
    registry.run('two');
    registry.add([one, two], []);
    expect(one.run).not.toHaveBeenCalled();
    expect(two.run).toHaveBeenCalledOnce();
  });
});
