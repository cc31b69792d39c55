import { z } from 'zod';
import { type Language, type Preferences, preferenceFields } from '#shared/domain/preferences.ts';
import { read, write } from './method.ts';

export interface PreferencesView extends Preferences {
  /** What `system` means now. */
  readonly spoken: Language;
}

export const settingsContract = {
  'settings.get': read<PreferencesView>()(z.undefined(), ['settings']),
  'settings.change': write<PreferencesView>()(preferenceFields.partial().strict()),
};
