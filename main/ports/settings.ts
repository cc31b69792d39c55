import type { Preferences, WindowState } from '#shared/domain/preferences.ts';

export interface SettingsShape extends Preferences {
  readonly window: WindowState | null;
}

/** Window, theme and preferences. Never client data, never secrets. */
export interface Settings {
  get<Key extends keyof SettingsShape>(key: Key): SettingsShape[Key];
  set<Key extends keyof SettingsShape>(key: Key, value: SettingsShape[Key]): void;
}
