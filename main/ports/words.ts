import type { Language } from '#shared/domain/preferences.ts';

/** Texts for people that the main process shows itself. */
export interface Words {
  language(): Language;
  /** `key` is `namespace:path`, as in the renderer. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
}
