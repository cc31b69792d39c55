import type { BuiltInWorkKind } from '#shared/domain/work-kind.ts';

/** Which words of a sample title or note speak of which kind of work; the first that fits counts. */
const signs: readonly (readonly [pattern: RegExp, kind: BuiltInWorkKind])[] = [
  [/invoice|statement|expense|receipt|credit note|till rolls|reconcile|price/i, 'bookkeeping'],
  [/travel|flight|hotel|visa|itinerary|fares|東京/i, 'travel'],
  [/instagram|podcast|launch/i, 'social_media'],
  [/calendar|rota|timetable|recall|registrations|schedule|zeitnachweise/i, 'scheduling'],
  [/inbox|reminder texts|outreach|chase|called|follow/i, 'email'],
  [/minutes|agenda|meeting|board pack|abgestimmt/i, 'meetings'],
  [/newsletter|proofread|faq|captions|cover quote|invitation|translate|brief|bio|second pass/i, 'writing'],
  [/photo|archive|contact sheet|ablegen|scan|file/i, 'files'],
  [/list|contacts|index cards|allergen|transcripts|sorted|questionnaire|ग्राहक/i, 'data_entry'],
];

/** The kind of work that a sample text speaks of; null for those that say too little, as people's notes do. */
export function kindOf(text: string): BuiltInWorkKind | null {
  return signs.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
