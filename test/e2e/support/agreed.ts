import type { Page } from '@playwright/test';
import type { Agreement } from '#shared/domain/agreement-match.ts';
import type { AgreementKind } from '#shared/domain/agreement-terms.ts';
import { callApp } from './seed.ts';

type TermsOf<Kind extends AgreementKind> = Extract<Agreement, { kind: Kind }>['versions'][number]['terms'];

interface Agreed<Kind extends AgreementKind> {
  readonly kind: Kind;
  /** ISO date. */
  readonly validFrom: string;
  readonly currency: string;
  /** Minor units. */
  readonly rate: number;
  readonly terms: TermsOf<Kind>;
}

/** Agrees with a client on what all its work is paid by, as the form would. */
export async function agreed<Kind extends AgreementKind>(
  page: Page,
  clientId: string,
  agreement: Agreed<Kind>,
): Promise<string> {
  const whole = { clientId, agreementId: null, termsId: null, title: '', workKinds: null, ...agreement };
  const { agreementId } = await callApp(page, 'billing.saveAgreement', whole as never);
  return agreementId;
}
