import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/queries.ts';
import { Panel } from '../../ui/Panel.tsx';
import { RetainerLedger } from './RetainerLedger.tsx';

/** The ledgers of a client's retainers, or of all clients'; nothing where there is none. */
export function RetainersPanel({ clientId }: { readonly clientId: string | null }) {
  const { t } = useTranslation('billing');
  const { data: retainers } = useRead('billing.retainers', { clientId });
  if (!retainers || retainers.length === 0) return null;
  return (
    <Panel title={t('ledger.title')} flush>
      {retainers.map((retainer) => (
        <RetainerLedger key={retainer.agreementId} retainer={retainer} named={clientId === null} />
      ))}
    </Panel>
  );
}
