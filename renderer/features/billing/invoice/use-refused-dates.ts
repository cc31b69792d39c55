import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusedFields } from '../../../lib/form-errors.ts';
import { useWrite } from '../../../lib/queries.ts';

type Dates = { readonly issueDate: string } | { readonly dueDate: string };
type Refused = Partial<
  Record<'issueDate' | 'dueDate', { readonly value: string; readonly why: string } | undefined>
>;

/**
 * The dates of a draft. One that is refused stays in its field, beside what is wrong with it, until another is chosen;
 * it is tried again once the other date has changed, by which it may have been refused.
 */
export function useRefusedDates(invoiceId: string) {
  const { t } = useTranslation('errors');
  const change = useWrite('billing.changeDraft');
  const [refused, setRefused] = useState<Refused>({});
  const send = (dates: Dates, again: Refused) => {
    const [name, value] = Object.entries(dates)[0] as ['issueDate' | 'dueDate', string];
    const others: Refused = { ...again, [name]: undefined };
    change.mutate(
      { invoiceId, ...dates },
      {
        onError: (error) => {
          const why = refusedFields(t, error)[name] ?? error.message;
          setRefused({ ...others, [name]: { value, why } });
        },
        onSuccess: () => {
          setRefused(others);
          const { issueDate, dueDate } = others;
          if (issueDate) send({ issueDate: issueDate.value }, others);
          else if (dueDate) send({ dueDate: dueDate.value }, others);
        },
      },
    );
  };
  return {
    refused,
    wrong: refused.issueDate !== undefined || refused.dueDate !== undefined,
    set: (dates: Dates) => send(dates, refused),
  };
}
