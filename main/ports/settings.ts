import type { Preferences, WindowState } from '#shared/domain/preferences.ts';

export interface SettingsShape extends Preferences {
  readonly window: WindowState | null;
  /** The key for the timer from anywhere in the system, as `isGlobalKey` accepts it; null is none. */
  readonly timerKey: string | null;
}

/** Window, theme and preferences. Never client data, never secrets. */
export interface Settings {
  get<Key extends keyof SettingsShape>(key: Key): SettingsShape[Key];
  set<Key extends keyof SettingsShape>(key: Key, value: SettingsShape[Key]): void;
}
