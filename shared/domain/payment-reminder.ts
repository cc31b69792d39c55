import { formatDate } from './clock-format.ts';
import { documentLanguage } from './document-language.ts';
import { addDays } from './due-day.ts';
import { documentLocale, formatAmount } from './invoice-text.ts';
import { reminderTexts } from './payment-reminder-texts.ts';

export interface ReminderFacts {
  /** BCP 47 tag of the client. */
  readonly language: string;
  /** 1 for the first reminder. */
  readonly level: number;
  readonly number: string;
  /** ISO dates. */
  readonly issueDate: string;
  readonly dueDate: string;
  /** Minor units that are still to come in. */
  readonly open: number;
  /** Minor units that came in, less what was paid back. */
  readonly paid: number;
  readonly currency: string;
  readonly contact: string;
  readonly paymentDetails: string;
  readonly sender: string;
}

export interface ReminderMail {
  readonly subject: string;
  readonly body: string;
}

/** A payment reminder in the client's language, English where that is not spoken; firmer with each one. */
export function composeReminder(facts: ReminderFacts): ReminderMail {
  const language = documentLanguage(facts.language);
  const texts = reminderTexts[language];
  const day = (date: string) => formatDate(date, documentLocale(language), 'dated');
  const values: Readonly<Record<string, string>> = {
    number: facts.number,
    issued: day(facts.issueDate),
    due: day(facts.dueDate),
    amount: formatAmount(facts.open, facts.currency, language),
    paid: formatAmount(facts.paid, facts.currency, language),
    level: String(facts.level),
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '');
  // Who has paid a part is not told that nothing came in.
  const firmness = facts.level > 1 && facts.paid > 0 ? texts.ask.length : facts.level;
  const ask = texts.ask[Math.min(firmness, texts.ask.length) - 1] ?? '';
  const body = [
    facts.contact ? texts.greeting.replace('{name}', () => facts.contact) : texts.anonymous,
    fill(facts.paid > 0 ? `${texts.state} ${texts.paid}` : texts.state),
    fill(ask),
    facts.paymentDetails,
    texts.crossed,
    `${texts.close}\n${facts.sender}`,
  ];
  const subject = fill(facts.level === 1 ? texts.subject : texts.subjectAgain);
  return { subject, body: body.filter(Boolean).join('\n\n') };
}

/** How long a client has to act on a reminder before the next one is made. */
const reminderDays = 7;

/** The first day (ISO) on which another reminder may be made. @param last day of the one before. */
export function nextReminderOn(last: string): string {
  return addDays(last, reminderDays);
}

/** The address that opens a mail in the person's own mail program. Lines end as RFC 6068 asks. */
export function mailtoUrl(to: string, { subject, body }: ReminderMail): string {
  const encode = (text: string) => encodeURIComponent(text.replace(/\r?\n/g, '\r\n'));
  return `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encode(subject)}&body=${encode(body)}`;
}
