import { describe, expect, it, vi } from 'vitest';
import { explain, Misuse } from '../../../scripts/setup/say.mjs';
import { appSwitches } from '../../../scripts/tools/app-switches.mjs';
import { switchesOf } from '../../../scripts/tools/switches.mjs';

const options = { only: { type: 'string', multiple: true, default: [] } };

describe('the switches of a script', () => {
  it('are read by their names', () => {
    expect(switchesOf('usage', options, ['--only', 'day', '--only=week'])).toEqual({ only: ['day', 'week'] });
    expect(switchesOf('usage', options, [])).toEqual({ only: [] });
  });

  it('are told when somebody asks, and then nothing is done', () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      expect(switchesOf('what it does', options, ['--only', 'day', '--help'])).toBeNull();
      expect(write).toHaveBeenCalledExactlyOnceWith('what it does\n');
    } finally {
      write.mockRestore();
    }
  });

  it('that nobody knows are refused with what there is, without a stack', () => {
    expect(() => switchesOf('what it does', options, ['--onyl', 'day'])).toThrow(Misuse);
    const written: unknown[] = [];
    const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(text) > 0);
    try {
      expect(explain(new Misuse('There is no --onyl.', 'what it does'))).toBe(2);
    } finally {
      write.mockRestore();
    }
    expect(written.join('')).toBe('There is no --onyl.\n\nwhat it does\n');
  });
});

describe('the switches of the app', () => {
  it('reach it in the one form that it reads', () => {
    expect(appSwitches('usage', ['--user-data-dir', 'some/folder', '--demo'])).toEqual({
      demo: true,
      switches: ['--demo', '--user-data-dir=some/folder'],
    });
    const google = '--google-endpoint=http://127.0.0.1:8080';
    expect(appSwitches('usage', [google])).toEqual({ demo: false, switches: [google] });
  });

  it('are followed by those of Chromium, unread', () => {
    expect(appSwitches('usage', ['--demo', '--', '--lang=de', '--help'])).toEqual({
      demo: true,
      switches: ['--demo', '--lang=de', '--help'],
    });
  });

  it.each([
    ['--dmeo'],
    ['some/folder'],
    ['--user-data-dir'],
    ['--user-data-dir='],
    ['--google-endpoint=https://sample.example'],
    ['--google-endpoint=nonsense'],
  ])('are refused instead of opening the own workspace: %s', (argument) => {
    expect(() => appSwitches('usage', [argument])).toThrow(Misuse);
  });
});
