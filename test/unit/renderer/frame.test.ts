import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { placeOf } from '#renderer/app/shell/place.ts';
import { clientHref } from '#renderer/lib/addresses.ts';
import { createTicker } from '#renderer/lib/ticker.ts';
import { createFeed } from '#renderer/ui/feedback/feed.ts';
import { nextIndex } from '#renderer/ui/roving.ts';
import { place } from '#renderer/ui/tooltip/place.ts';

describe('placeOf', () => {
  it.each([
    ['/', { kind: 'overview', view: 'today' }],
    ['/money', { kind: 'overview', view: 'money' }],
    ['/settings/about', { kind: 'settings', section: 'about' }],
    ['/client/a%2Fb/files', { kind: 'client', clientId: 'a/b', view: 'files' }],
    ['/client/x/nonsense', { kind: 'client', clientId: 'x', view: 'board' }],
  ])('%s', (path, expected) => expect(placeOf(path)).toEqual(expected));

  it('reads what clientHref writes', () => {
    expect(placeOf(clientHref('a/b c', 'time').slice(1))).toEqual({
      kind: 'client',
      clientId: 'a/b c',
      view: 'time',
    });
  });
});

describe('ticker', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 59_500 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('beats on the minute, for those who listen, and then leaves no timer behind', () => {
    const { minute } = createTicker(Date.now);
    const heard: number[] = [];
    const stop = minute.subscribe(() => heard.push(minute.value()));
    vi.advanceTimersByTime(60_600);
    expect(heard).toEqual([60_000, 120_000]);
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('feed', () => {
  it('keeps four messages and lets go of errors last', () => {
    const feed = createFeed();
    feed.toast({ text: 'error', tone: 'error' });
    for (const text of ['1', '2', '3', '4']) feed.toast({ text });
    expect(feed.state().toasts.map((toast) => toast.text)).toEqual(['error', '2', '3', '4']);
  });

  it('offers to take back only the newest change, and nothing once it was taken back', () => {
    const feed = createFeed();
    const action = { label: 'Undo', undoes: true, run: () => {} };
    feed.toast({ text: 'first', action });
    feed.toast({ text: 'second', action });
    expect(feed.state().toasts.map((toast) => [toast.text, toast.action?.label])).toEqual([
      ['first', undefined],
      ['second', 'Undo'],
    ]);
    feed.undone();
    expect(feed.state().toasts.map((toast) => toast.text)).toEqual(['first']);
  });

  it('lets the newest message about one thing take the place of the others', () => {
    const feed = createFeed();
    const action = { label: 'Undo', undoes: true, run: () => {} };
    feed.toast({ text: 'ends 10:00', about: 'a', action });
    feed.toast({ text: 'other', about: 'b' });
    feed.toast({ text: 'ends 10:05', about: 'a', action });
    feed.toast({ text: 'plain' });
    feed.toast({ text: 'plain too' });
    const told = feed.state().toasts.map((toast) => [toast.text, toast.action?.label]);
    expect(told).toEqual([
      ['other', undefined],
      ['ends 10:05', 'Undo'],
      ['plain', undefined],
      ['plain too', undefined],
    ]);
  });

  it('keeps an error until it could be read, and lets go of it when the person has moved on', () => {
    let now = 0;
    const feed = createFeed(() => now);
    feed.toast({ text: 'refused', tone: 'error' });
    feed.toast({ text: 'done' });
    now = 5_000;
    feed.passed();
    expect(feed.state().toasts.map((toast) => toast.text)).toEqual(['refused', 'done']);
    feed.toast({ text: 'refused again', tone: 'error' });
    now = 6_000;
    feed.passed();
    expect(feed.state().toasts.map((toast) => toast.text)).toEqual(['done', 'refused again']);
  });

  it('speaks the same sentence again', () => {
    const feed = createFeed();
    feed.announce('Moved');
    const before = feed.state().announcement?.id;
    feed.announce('Moved');
    expect(feed.state().announcement?.id).not.toBe(before);
  });
});

describe('nextIndex', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, 2],
    ['ArrowUp', 0, 0],
    ['End', 0, 2],
    ['Home', 2, 0],
    ['a', 1, null],
  ])('%s from %d leads to %j', (key, at, expected) => expect(nextIndex(key, at, 3)).toBe(expected));

  it('does nothing when the focus is not in the list', () => expect(nextIndex('End', -1, 3)).toBeNull());
});

describe('place of a tooltip', () => {
  const anchor = (left: number, top: number) => ({ left, top, bottom: top + 28, width: 28, height: 28 });
  const tip = { width: 100, height: 24 };

  it('is centred below', () =>
    expect(place(anchor(400, 100), tip, 800, 600)).toEqual({ left: 364, top: 134 }));
  it('goes above at the foot of the window', () =>
    expect(place(anchor(400, 560), tip, 800, 600).top).toBe(530));
  it('never leaves the window', () => {
    expect(place(anchor(0, 100), tip, 800, 600).left).toBe(4);
    expect(place(anchor(780, 100), tip, 800, 600).left).toBe(696);
  });
});
