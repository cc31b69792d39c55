import { useTranslation } from 'react-i18next';
import { formatMoney } from '#shared/domain/money-format.ts';
import { parseAmount } from '#shared/domain/money-text.ts';
import { call } from '../../../lib/api.ts';
import { useRead } from '../../../lib/queries.ts';
import { EditableText } from './EditableText.tsx';
import { Fact } from './Fact.tsx';
import classes from './Facts.module.css';
import { useSave } from './use-save.ts';

/** What a task costs as a whole, where its time is not billed by the hour; empty gives up a price of its own. */
export function PriceFact({ taskId }: { readonly taskId: string }) {
  const { t, i18n } = useTranslation('tasks');
  const save = useSave();
  const { data } = useRead('billing.taskPrice', { taskId });
  if (!data) return null;
  const { price, currency, from, locked } = data;
  const shown = price === null ? '' : formatMoney(price, currency, i18n.language);
  if (locked) {
    return (
      <Fact label={t('field.price')}>
        <span className="tabular">{shown}</span>
      </Fact>
    );
  }
  const onSave = async (text: string) => {
    const digits = text.replace(/[^\d.,’' \u00a0-]/g, '').trim();
    const read = text.trim() === '' ? null : parseAmount(digits, currency, i18n.language);
    if (read && !read.ok) return t(`errors:${read.reason}`);
    return save(() => call('billing.setTaskPrice', { taskId, price: read ? read.value : null }));
  };
  return (
    <Fact label={t('field.price')}>
      <EditableText
        label={t('field.price')}
        value={shown}
        placeholder={t('panel.noPrice')}
        maxLength={30}
        onSave={onSave}
      />
      {from === 'agreement' && <span className={classes.of}>{t('panel.priceAgreed')}</span>}
    </Fact>
  );
}
