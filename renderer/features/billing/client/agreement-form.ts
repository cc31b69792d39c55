import type { AgreementKind } from '#shared/domain/agreement-terms.ts';
import { editableAmount, parseAmount, parseScaled } from '#shared/domain/money-text.ts';
import type { AgreementView, agreementsContract } from '#shared/ipc/billing-agreements.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import { readHours, writeHours } from './hours.ts';

/** Terms as they are typed; empty where something is not agreed. */
export interface AgreementForm {
  readonly kind: AgreementKind;
  readonly title: string;
  /** Empty for all other work. */
  readonly workKinds: readonly string[];
  /** Null until a day is chosen. */
  readonly validFrom: string | null;
  readonly currency: string;
  readonly rate: string;
  /** Rates by kind of work. */
  readonly kindRates: Readonly<Record<string, string>>;
  readonly halfFrom: string;
  readonly fullFrom: string;
  readonly overAfter: string;
  readonly overRate: string;
  readonly hours: string;
  readonly cycleDay: string;
  readonly carryCap: string;
  readonly carryCycles: string;
  readonly overageRate: string;
  readonly fee: 'advance' | 'after';
  readonly stub: 'full' | 'prorated';
}

export type AgreementInput = InputOf<(typeof agreementsContract)['billing.saveAgreement']>;

const empty: AgreementForm = {
  kind: 'hourly',
  title: '',
  workKinds: [],
  validFrom: null,
  currency: 'EUR',
  rate: '',
  kindRates: {},
  halfFrom: '0:30',
  fullFrom: '5',
  overAfter: '',
  overRate: '',
  hours: '',
  cycleDay: '1',
  carryCap: '0',
  carryCycles: '1',
  overageRate: '',
  fee: 'advance',
  stub: 'full',
};

/** What a form begins with: a version as it may be typed again, or nothing yet. */
export function formOf(
  agreement: AgreementView | null,
  termsId: string | null,
  start: { readonly currency: string; readonly validFrom: string | null },
  language: string,
): AgreementForm {
  if (!agreement) return { ...empty, ...start };
  const { kind, title } = agreement;
  const base = { ...empty, kind, title, workKinds: agreement.workKinds ?? [] };
  const index = agreement.versions.findIndex(({ id }) => id === termsId);
  const version = agreement.versions.at(index);
  if (!version) return { ...base, ...start };
  const money = (amount: number) => editableAmount(amount, version.currency, language);
  const common = {
    ...base,
    currency: version.currency,
    validFrom: termsId === null ? start.validFrom : version.validFrom,
    rate: money(version.rate),
  };
  const { terms } = version;
  if ('kindRates' in terms) {
    const kindRates = Object.fromEntries(
      Object.entries(terms.kindRates).map(([id, rate]) => [id, money(rate)]),
    );
    return { ...common, kindRates };
  }
  if ('halfFrom' in terms) {
    return {
      ...common,
      halfFrom: writeHours(terms.halfFrom),
      fullFrom: writeHours(terms.fullFrom),
      overAfter: writeHours(terms.over?.after ?? null),
      overRate: terms.over ? money(terms.over.rate) : '',
    };
  }
  if ('cycleDay' in terms) {
    return {
      ...common,
      hours: writeHours(terms.seconds / 60),
      cycleDay: `${terms.cycleDay}`,
      carryCap: terms.carryCap === null ? '' : writeHours(terms.carryCap / 60),
      carryCycles: `${terms.carryCycles}`,
      overageRate: money(terms.overageRate),
      fee: terms.fee,
      stub: terms.stub ?? 'full',
    };
  }
  return common;
}

export interface ReadForm {
  readonly input: AgreementInput;
  /** What could not be read, where the input is not a number: keys of the `errors` catalogue by its paths. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads what was typed; what cannot be read at all is told at its field. */
export function readForm(
  form: AgreementForm,
  ids: { readonly clientId: string; readonly agreementId: string | null; readonly termsId: string | null },
  language: string,
): ReadForm {
  const fields: Record<string, string> = {};
  const money = (path: string, text: string) => {
    const read = parseAmount(text, form.currency, language);
    if (!read.ok) fields[path] = read.reason;
    return read.ok ? read.value : Number.NaN;
  };
  const minutes = (path: string, text: string, reason: string) => {
    const read = readHours(text.replace(/^[-−]/, ''), language);
    const ok = read !== null && !/^\s*[-−]/.test(text);
    if (!ok) fields[path] = reason;
    return ok ? read : Number.NaN;
  };
  const whole = (path: string, text: string, reason: string) => {
    const read = parseScaled(text, 0, language);
    if (!read.ok) fields[path] = reason;
    return read.ok ? read.value : Number.NaN;
  };

  const { title, validFrom, currency } = form;
  if (validFrom === null) fields.validFrom = 'field.date';
  const common = {
    ...ids,
    title,
    validFrom: validFrom ?? '',
    currency,
    workKinds: form.workKinds.length > 0 ? [...form.workKinds] : null,
    rate: money('rate', form.rate),
  };
  const input = ((): AgreementInput => {
    switch (form.kind) {
      case 'hourly': {
        const typed = Object.entries(form.kindRates).filter(([, text]) => text.trim() !== '');
        const kindRates = typed.map(([id, text]) => [id, money(`terms.kindRates.${id}`, text)]);
        return { ...common, kind: 'hourly', terms: { kindRates: Object.fromEntries(kindRates) } };
      }
      case 'per_task':
        return { ...common, kind: 'per_task', terms: {} };
      case 'day_rate': {
        const reason = 'agreement.minutes';
        const halfFrom = minutes('terms.halfFrom', form.halfFrom, reason);
        const fullFrom = minutes('terms.fullFrom', form.fullFrom, reason);
        const charged = form.overAfter.trim() !== '' || form.overRate.trim() !== '';
        const over = charged
          ? {
              after: minutes('terms.over.after', form.overAfter, reason),
              rate: money('terms.over.rate', form.overRate),
            }
          : null;
        return { ...common, kind: 'day_rate', terms: { halfFrom, fullFrom, over } };
      }
      case 'retainer': {
        const cap = form.carryCap.trim();
        return {
          ...common,
          kind: 'retainer',
          terms: {
            seconds: minutes('terms.seconds', form.hours, 'agreement.hours') * 60,
            cycleDay: whole('terms.cycleDay', form.cycleDay, 'agreement.cycleDay'),
            carryCap: cap === '' ? null : minutes('terms.carryCap', cap, 'agreement.carryCap') * 60,
            carryCycles: whole('terms.carryCycles', form.carryCycles, 'agreement.carryCycles'),
            overageRate: form.overageRate.trim() === '' ? 0 : money('terms.overageRate', form.overageRate),
            fee: form.fee,
            stub: form.stub,
          },
        };
      }
    }
  })();
  return { input, fields };
}
