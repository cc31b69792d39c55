import { IconCalendarOff, IconPencil, IconPlayerPlay, IconPlus, IconTrash } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countsFrom } from '#shared/domain/retainer-cycles.ts';
import type { AgreementView, RepricedGroup } from '#shared/ipc/billing-agreements.ts';
import { call } from '../../../lib/api.ts';
import { useHere } from '../../../lib/here.ts';
import { useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { useWorkKinds } from '../../../lib/work-kinds.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import tables from '../Tables.module.css';
import classes from './Agreements.module.css';
import money from './ClientMoney.module.css';
import { RemoveTermsDialog } from './RemoveTermsDialog.tsx';
import { useTermsText } from './terms-text.ts';

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

export interface AgreementBlockProps {
  readonly agreement: AgreementView;
  /** Other agreements name kinds of work, so that one for everything is for the rest. */
  readonly restOnly: boolean;
  /** A version to correct; null for new terms. */
  readonly onTerms: (termsId: string | null) => void;
  readonly onEnd: () => void;
}

/** One agreement: what it is for, and its terms with the newest first. */
export function AgreementBlock({ agreement, restOnly, onTerms, onEnd }: AgreementBlockProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const { nameOf } = useWorkKinds();
  const { rate, details } = useTermsText();
  const say = useSay();
  const remove = useWrite('billing.removeTerms');
  const end = useWrite('billing.endAgreement');
  const { endedOn, workKinds, versions } = agreement;
  const { today } = useHere();
  /** When a version begins to count, where that is another day than the one that was agreed; null where it is not. */
  const delayed = (version: AgreementView['versions'][number]) => {
    if (agreement.kind !== 'retainer') return null;
    const from = countsFrom(
      agreement.versions,
      agreement.versions.findIndex(({ id }) => id === version.id),
    );
    return from === version.validFrom ? null : from;
  };
  /** What holds now: terms that begin to count later do not yet. */
  const now = versions.findLast((version) => {
    const from = delayed(version) ?? version.validFrom;
    return from <= today && versions.some(({ current }) => current);
  });
  const lines = (version: AgreementView['versions'][number]) => {
    const from = delayed(version);
    return [
      ...(from === null ? [] : [t('termsText.fromCycle', { date: format.date(from) })]),
      ...details(version),
    ];
  };
  const [asked, setAsked] = useState<{ termsId: string; work: readonly RepricedGroup[] } | null>(null);
  const removeTerms = (termsId: string) =>
    remove.mutate({ termsId }, { onSuccess: () => say.undoable(t('termsRemoved')), onError: sayError });
  /** Work that is done loses its price only after a look at it. */
  const askFirst = async (termsId: string) => {
    try {
      const work = await call('billing.termsWork', { termsId });
      if (work.length > 0) setAsked({ termsId, work });
      else removeTerms(termsId);
    } catch (error) {
      say.refused(error);
    }
  };
  const name = agreement.title || t(`agreementKind.${agreement.kind}`);
  return (
    <section className={classes.agreement} aria-label={name}>
      <div className={classes.head}>
        <div className={classes.what}>
          <span className={classes.name}>{name}</span>
          {endedOn !== null && <Chip>{t('endedOn', { date: format.date(endedOn) })}</Chip>}
          <span className={classes.for}>
            {workKinds === null ? t(restOnly ? 'allOtherWork' : 'allWork') : workKinds.map(nameOf).join(', ')}
          </span>
        </div>
        <span className={classes.tools}>
          <IconButton
            size="sm"
            label={t('newTermsOf', { name })}
            icon={<IconPlus {...icon} />}
            onClick={() => onTerms(null)}
          />
          {endedOn === null ? (
            <IconButton
              size="sm"
              label={t('endOf', { name })}
              icon={<IconCalendarOff {...icon} />}
              onClick={onEnd}
            />
          ) : (
            <IconButton
              size="sm"
              label={t('goOnWith', { name })}
              icon={<IconPlayerPlay {...icon} />}
              onClick={() => end.mutate({ agreementId: agreement.id, endedOn: null }, { onError: sayError })}
            />
          )}
        </span>
      </div>
      <table className={tableStyles.table}>
        <caption className="visually-hidden">{name}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('table.validFrom')}</th>
            <th scope="col">{t('table.rate')}</th>
            <th scope="col">{t('table.action')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.toReversed().map((version) => (
            <Fragment key={version.id}>
              <tr>
                <td className={money.from}>
                  <span className={classes.date}>
                    {format.date(version.validFrom)}
                    {version.id === now?.id && <Chip tone="accent">{t('current')}</Chip>}
                  </span>
                </td>
                <td>{rate(agreement.kind, version)}</td>
                <td className={tables.side}>
                  <IconButton
                    size="sm"
                    label={t('correctTerms', { date: format.date(version.validFrom) })}
                    icon={<IconPencil {...icon} />}
                    onClick={() => onTerms(version.id)}
                  />
                  <IconButton
                    size="sm"
                    label={t('removeTerms', { date: format.date(version.validFrom) })}
                    icon={<IconTrash {...icon} />}
                    onClick={() => void askFirst(version.id)}
                  />
                </td>
              </tr>
              {lines(version).length > 0 && (
                <tr className={classes.details}>
                  <td colSpan={3}>{lines(version).join(' · ')}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {asked && (
        <RemoveTermsDialog
          work={asked.work}
          onRemove={() => removeTerms(asked.termsId)}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
