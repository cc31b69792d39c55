import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '#shared/domain/clock-format.ts';
import type { AgreementView } from '#shared/ipc/billing-agreements.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { AgreementBlock } from './AgreementBlock.tsx';
import { AgreementDialog } from './AgreementDialog.tsx';
import classes from './ClientMoney.module.css';
import { EndDialog } from './EndDialog.tsx';
import { RepriceNotice } from './RepriceNotice.tsx';

/** What a person is about to change. */
type Open =
  | { readonly what: 'terms'; readonly agreement: AgreementView | null; readonly termsId: string | null }
  | { readonly what: 'end'; readonly agreement: AgreementView };

export interface AgreementsPanelProps {
  readonly clientId: string;
  /** ISO date of the first unbilled work, which a first agreement should cover. */
  readonly firstWork: string | null;
}

/** What is agreed with a client: several agreements side by side, each with its dated terms. */
export function AgreementsPanel({ clientId, firstWork }: AgreementsPanelProps) {
  const { t } = useTranslation('billing');
  const { data: agreements } = useRead('billing.agreements', { clientId });
  const { data: client } = useRead('clients.get', { clientId });
  const { data: info } = useRead('app.info');
  const [open, setOpen] = useState<Open | null>(null);
  const today = info ? dateIn(info.now, info.zone) : null;
  const currency = agreements?.at(-1)?.versions.at(-1)?.currency ?? client?.currency ?? 'EUR';
  const close = () => setOpen(null);
  return (
    <Panel
      title={t('agreements')}
      flush={Boolean(agreements?.length)}
      actions={
        <Button
          size="sm"
          variant="quiet"
          icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
          onClick={() => setOpen({ what: 'terms', agreement: null, termsId: null })}
        >
          {t('addAgreement')}
        </Button>
      }
    >
      {agreements?.length === 0 && <p className={classes.hint}>{t('empty.agreements')}</p>}
      {agreements?.map((agreement) => (
        <AgreementBlock
          key={agreement.id}
          agreement={agreement}
          restOnly={agreements.some(({ workKinds }) => workKinds !== null)}
          onTerms={(termsId) => setOpen({ what: 'terms', agreement, termsId })}
          onEnd={() => setOpen({ what: 'end', agreement })}
        />
      ))}
      <RepriceNotice clientId={clientId} />
      {open?.what === 'terms' && (
        <AgreementDialog
          clientId={clientId}
          agreement={open.agreement}
          termsId={open.termsId}
          proposed={{ validFrom: (agreements?.length === 0 ? firstWork : null) ?? today, currency }}
          onClose={close}
        />
      )}
      {open?.what === 'end' && <EndDialog agreement={open.agreement} today={today} onClose={close} />}
    </Panel>
  );
}
