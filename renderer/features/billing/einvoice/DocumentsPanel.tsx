import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { useToast } from '../../../ui/feedback/Feedback.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useSayError } from '../errors.ts';
import classes from './EInvoice.module.css';

/** The files that were made when the invoice was issued; each is saved as it was made then. */
export function DocumentsPanel({ invoiceId }: { readonly invoiceId: string }) {
  const { t } = useTranslation('billing');
  const sayError = useSayError();
  const { show } = useToast();
  const { data: documents } = useRead('billing.documents', { invoiceId });
  const save = useWrite('billing.saveDocument');
  const [pdf, ...others] = documents ?? [];
  if (!documents || !pdf) return null;
  if (others.length === 0) {
    return (
      <p className={classes.print}>
        {t('fingerprint')} <span className={classes.hash}>{pdf.sha256}</span>
      </p>
    );
  }
  return (
    <Panel title={t('einvoice.documents')} meta={t('einvoice.hash')} flush>
      <div className={tableStyles.scroll}>
        <table className={tableStyles.table}>
          <tbody>
            {documents.map(({ format, sha256 }) => (
              <tr key={format}>
                <th scope="row">{t(`einvoice.format.${format}`)}</th>
                <td>
                  <span className={classes.hash}>{sha256}</span>
                </td>
                <td className={tableStyles.action}>
                  <Button
                    size="sm"
                    icon={<IconDownload size={16} stroke={1.5} aria-hidden />}
                    aria-label={t('einvoice.saveOne', { format: t(`einvoice.format.${format}`) })}
                    busy={save.isPending && save.variables?.format === format}
                    onClick={() =>
                      save.mutate(
                        { invoiceId, format },
                        {
                          onError: sayError,
                          onSuccess: ({ saved }) => {
                            if (saved) show({ text: t('fileSaved'), tone: 'success' });
                          },
                        },
                      )
                    }
                  >
                    {t('einvoice.save')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
