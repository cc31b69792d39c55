import type { TaxReason } from '#shared/domain/invoice-snapshot.ts';
import { needsReason, type TaxCategory } from '#shared/domain/tax-category.ts';
import { taxReason } from '#shared/domain/tax-texts.ts';
import { type TaxTextView, type WordedCategory, wordedCategories } from '#shared/ipc/billing-einvoice.ts';
import type { Store } from '../../../store/store.ts';
import type { Parties } from '../parties.ts';
import type { Tools } from '../tools.ts';

type Texts = Readonly<Partial<Record<WordedCategory, string>>>;

export interface TaxWords {
  list(language: string): TaxTextView[];
  save(language: string, texts: Texts): void;
  /** Why no tax is charged, once for each category that has to say so and has words; in the document's language. */
  reasons(categories: readonly TaxCategory[], language: string): TaxReason[];
}

/** The person's own words for why no tax is charged, before those that the app offers for their country. */
export function createTaxWords(store: Store, parties: Parties, { clock, ids }: Tools): TaxWords {
  const select = store.sql.prepare<[string], { category: WordedCategory; text: string }>(
    'SELECT category, text FROM tax_texts WHERE language = ?',
  );
  const upsert = store.sql.prepare(
    `INSERT INTO tax_texts (id, category, language, text, updated_at) VALUES (@id, @category, @language, @text, @now)
     ON CONFLICT (category, language) DO UPDATE SET text = @text, updated_at = @now`,
  );
  const remove = store.sql.prepare('DELETE FROM tax_texts WHERE category = ? AND language = ?');
  const own = (language: string): Texts =>
    Object.fromEntries(select.all(language).map(({ category, text }) => [category, text]));
  const offered = (category: TaxCategory, language: string) =>
    taxReason(category, parties.profile().country, language).text;

  return {
    list(language) {
      const texts = own(language);
      return wordedCategories.map((category) => {
        return { category, text: texts[category] ?? '', offered: offered(category, language) };
      });
    },
    save(language, texts) {
      store.act({ key: 'undo.taxTextsSaved', values: {} }, (announce) => {
        for (const category of wordedCategories) {
          const text = texts[category]?.trim();
          if (text === undefined) continue;
          if (text === '') remove.run(category, language);
          else upsert.run({ id: ids.next(), category, language, text, now: clock.now() });
        }
        announce('billing');
      });
    },
    reasons(categories, language) {
      const texts: Readonly<Record<string, string>> = own(language);
      const written = (category: TaxCategory) =>
        category === 'small_business' ? parties.profile().taxNote : (texts[category] ?? '');
      return [...new Set(categories)]
        .filter(needsReason)
        .map((category) => ({ category, text: written(category) || offered(category, language) }))
        .filter(({ text }) => text !== '');
    },
  };
}
