import ElectronStore from 'electron-store';
import { globalKeySchema } from '#shared/domain/global-key.ts';
import { preferencesSchema, windowStateSchema } from '#shared/domain/preferences.ts';
import type { Settings, SettingsShape } from '../ports/settings.ts';

const schema = preferencesSchema.extend({
  window: windowStateSchema.nullable().default(null),
  timerKey: globalKeySchema.nullable().default(null),
});

/** Settings in `settings.json` of the profile folder. A value that no longer fits falls back to its default. */
export function createSettings(folder: string): Settings {
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: folder,
    name: 'settings',
    clearInvalidConfig: true,
  });
  return {
    get(key) {
      const field = schema.shape[key];
      const parsed = field.safeParse(store.get(key));
      return (parsed.success ? parsed.data : field.parse(undefined)) as SettingsShape[typeof key];
    },
    set(key, value) {
      store.set(key, value);
    },
  };
}
