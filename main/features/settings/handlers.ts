import type { Preferences } from '#shared/domain/preferences.ts';
import { preferencesSchema } from '#shared/domain/preferences.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { PreferencesView, settingsContract } from '#shared/ipc/settings.ts';
import type { Settings } from '../../ports/settings.ts';
import type { Words } from '../../ports/words.ts';
import type { ChangeFeed } from '../../store/change-feed.ts';

const keys = Object.keys(preferencesSchema.shape) as (keyof Preferences)[];

/** Binds the preferences to the contract; what was stored and no longer fits gives its default. */
export function settingsHandlers(
  settings: Settings,
  words: Words,
  feed: ChangeFeed,
): Handlers<typeof settingsContract> {
  const view = (): PreferencesView => {
    const entries = keys.map((key) => [key, settings.get(key)] as const);
    return { ...preferencesSchema.parse(Object.fromEntries(entries)), spoken: words.language() };
  };
  return {
    'settings.get': view,
    'settings.change': (changes) => {
      for (const key of keys) {
        const value = changes[key];
        if (value !== undefined) settings.set(key, value as never);
      }
      feed.publish([{ topic: 'settings', clientId: null }]);
      return view();
    },
  };
}
