import type { DocumentLanguage } from '#shared/domain/document-language.ts';
import { type SampleWords, sampleWork } from '#shared/domain/sample-invoice.ts';
import { allTaxCategories } from '#shared/domain/tax-category.ts';
import { textsIn } from './content.ts';
import type { TaxWords } from './einvoice/tax-words.ts';
import type { Tools } from './tools.ts';

/** What samples of invoices say, in each language that documents are written in. */
export function createSampleWords(
  taxWords: TaxWords,
  { documentWords, today }: Tools,
): (language: DocumentLanguage) => SampleWords {
  return (language) => ({
    language,
    today: today(),
    texts: textsIn(documentWords, language),
    sample: documentWords.text(language, 'billing:document.sample'),
    buyer: documentWords.text(language, 'billing:document.sampleClient'),
    work: sampleWork.map((kind) => documentWords.text(language, `common:workKind.${kind}`)),
    taxReasons: taxWords.reasons(allTaxCategories, language),
  });
}
