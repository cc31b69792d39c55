import i18next, { type i18n, type Resource } from 'i18next';
import type { Language } from '#shared/domain/preferences.ts';
import { languages } from '#shared/domain/preferences.ts';
import de from '#shared/locales/de.ts';
import documents from '#shared/locales/documents.ts';
import en from '#shared/locales/en.ts';
import type { DocumentWords } from '../ports/document-words.ts';
import type { Words } from '../ports/words.ts';

/** The catalogues for tray, notifications and error messages, in the language chosen now. */
export function createWords(language: () => Language): Words {
  const instance = loadCatalogues();
  return {
    language,
    text: (key, values) => instance.getFixedT(language())(key, values ?? {}),
  };
}

/** The catalogues for documents, each in its own language. */
export function createDocumentWords(): DocumentWords {
  const instance = loadCatalogues(documents);
  return { text: (language, key, values) => instance.getFixedT(language)(key, values ?? {}) };
}

function loadCatalogues(more: Resource = {}): i18n {
  const instance: i18n = i18next.createInstance();
  void instance.init({
    resources: { en, de, ...more },
    lng: 'en',
    fallbackLng: 'en',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** The first of the system's languages that we speak, English otherwise. */
export function systemLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const found = languages.find((language) => tag.toLowerCase().startsWith(language));
    if (found) return found;
  }
  return 'en';
}
