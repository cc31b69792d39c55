import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/domain/preferences.ts';

const catalogues: Record<Language, () => Promise<{ default: Record<string, object> }>> = {
  en: () => import('#shared/locales/en.ts'),
  de: () => import('#shared/locales/de.ts'),
};

/** Fetches one language's words. */
export async function loadWords(language: Language): Promise<Record<string, object>> {
  return (await catalogues[language]()).default;
}

/** Loads one language's words and makes it the page's. */
export async function startI18n(language: Language): Promise<void> {
  const words = await loadWords(language);
  document.documentElement.lang = language;
  if (i18next.isInitialized) {
    for (const [namespace, texts] of Object.entries(words))
      i18next.addResourceBundle(language, namespace, texts);
    await i18next.changeLanguage(language);
    return;
  }
  await i18next.use(initReactI18next).init({
    resources: { [language]: words } as never,
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}
