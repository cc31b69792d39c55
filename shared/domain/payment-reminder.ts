import { formatDate } from './clock-format.ts';
import { documentLanguage } from './document-language.ts';
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
    level: String(facts.level),
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '');
  const ask = texts.ask[Math.min(facts.level, texts.ask.length) - 1] ?? '';
  const body = [
    facts.contact ? texts.greeting.replace('{name}', () => facts.contact) : texts.anonymous,
    fill(texts.state),
    fill(ask),
    facts.paymentDetails,
    texts.crossed,
    `${texts.close}\n${facts.sender}`,
  ];
  const subject = fill(facts.level === 1 ? texts.subject : texts.subjectAgain);
  return { subject, body: body.filter(Boolean).join('\n\n') };
}

/** The address that opens a mail in the person's own mail program. Lines end as RFC 6068 asks. */
export function mailtoUrl(to: string, { subject, body }: ReminderMail): string {
  const encode = (text: string) => encodeURIComponent(text.replace(/\r?\n/g, '\r\n'));
  return `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encode(subject)}&body=${encode(body)}`;
}
