import type { TFunction } from 'i18next';
import { describe, expect, it, vi } from 'vitest';
import { type FocusFacts, focusCommands } from '#renderer/features/focus/commands.tsx';

const t = ((key: string) => key) as unknown as TFunction<'focus'>;
const offered = (facts: Partial<FocusFacts>) => {
  const actions = { start: vi.fn(), pause: vi.fn(), goOn: vi.fn(), rest: vi.fn(), end: vi.fn() };
  const commands = focusCommands({ phase: null, counts: false, runs: false, actions, t, ...facts });
  return { actions, commands, labels: commands.map(({ label }) => label.replace('command.', '')) };
};

describe('the commands of focus', () => {
  it.each([
    ['nothing', {}, ['start']],
    ['a round that counts', { phase: 'work', counts: true, runs: true }, ['pause', 'rest', 'end']],
    ['a round that stands still', { phase: 'work', runs: true }, ['continue', 'end']],
    ['a round that is done', { phase: 'done', runs: true }, ['rest', 'goOn', 'end']],
    ['a break', { phase: 'break' }, ['resume', 'end']],
    ['after a break', { phase: 'rested' }, ['resume', 'end']],
  ] as const)('offer what comes next: %s', (_what, facts, labels) => {
    expect(offered(facts).labels).toEqual(labels);
  });

  it('have one key, for what comes next', () => {
    const keys = offered({ phase: 'done' }).commands.map(({ keys: own }) => own);
    expect(keys).toEqual(['mod+shift+f', undefined, undefined]);
  });

  it('ask what to work on only while nothing runs', () => {
    const { actions, commands } = offered({ runs: true });
    commands[0]?.run();
    expect(actions.start).toHaveBeenCalledWith(true);
  });
});
