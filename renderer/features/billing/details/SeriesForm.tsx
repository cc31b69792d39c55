import { TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseScaled } from '#shared/domain/money-text.ts';
import {
  formatNumber,
  type NumberedDocument,
  patternProblem,
  seriesScopes,
} from '#shared/domain/number-series.ts';
import type { SeriesView } from '#shared/ipc/billing.ts';
import { useFieldErrors } from '../../../lib/form-errors.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateWord } from '../../../ui/Chip.tsx';
import { Field, FieldRow } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { useToast } from '../../../ui/feedback/Feedback.tsx';
import { LeaveGuard } from '../../../ui/LeaveGuard.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { useFormat } from '../format.ts';
import classes from './Details.module.css';

export interface SeriesFormProps {
  readonly document: NumberedDocument;
  readonly series: SeriesView;
}

/** How invoices or credit notes are numbered, what the next number is, and that none is missing. */
export function SeriesForm({ document, series }: SeriesFormProps) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const { show } = useToast();
  const { data: gaps } = useRead('billing.gaps');
  const save = useWrite('billing.saveSeries');
  const refused = useFieldErrors(save.error);
  const [scope, setScope] = useState(series.scope);
  const [shared, setShared] = useState(series.shared);
  const [pattern, setPattern] = useState(series.pattern);
  const [typed, setTyped] = useState<string | null>(null);
  const next = typed ?? `${series.next}`;
  const counter = parseScaled(next, 0, language);
  const problem = patternProblem({ scope, pattern });
  const preview =
    !problem && counter.ok
      ? formatNumber(
          pattern,
          { issueDate: `${series.year}-01-01`, clientCode: series.clientCode },
          counter.value,
        )
      : '–';
  const own = gaps?.series.filter((one) => one.document === document) ?? [];
  const missing = own.flatMap((one) =>
    one.missing.map((number) => (one.period ? `${one.period}: ${number}` : `${number}`)),
  );
  const issued = own.reduce((sum, one) => sum + one.issued, 0);
  const dirty =
    shared !== series.shared || scope !== series.scope || pattern !== series.pattern || typed !== null;
  const credit = document === 'credit_note';
  const submit = () => {
    if (!counter.ok) return;
    save.mutate(
      { document, shared, scope, pattern, next: counter.value },
      {
        onSuccess: () => {
          setTyped(null);
          show({ text: t('series.saved'), tone: 'success' });
        },
      },
    );
  };
  return (
    <Panel title={t(credit ? 'series.creditTitle' : 'series.title')}>
      <LeaveGuard active={dirty} />
      <Form className={classes.form} onSubmit={submit}>
        {credit && (
          <Field label={t('series.shared')}>
            <div className={classes.choice}>
              <Segmented
                label={t('series.shared')}
                value={shared ? 'shared' : 'own'}
                onChange={(value) => setShared(value === 'shared')}
                options={(['own', 'shared'] as const).map((value) => ({
                  value,
                  label: t(`series.sharing.${value}`),
                }))}
              />
            </div>
          </Field>
        )}
        {!shared && (
          <>
            <Field label={t('series.scope')}>
              <div className={classes.choice}>
                <Segmented
                  label={t('series.scope')}
                  value={scope}
                  onChange={setScope}
                  options={seriesScopes.map((value) => ({ value, label: t(`series.scopes.${value}`) }))}
                />
              </div>
            </Field>
            <FieldRow level>
              <TextInput
                label={t('series.pattern')}
                description={t('series.patternText', {
                  year: '{YYYY}',
                  counter: '{NNN}',
                  client: '{CLIENT}',
                })}
                value={pattern}
                autoComplete="off"
                error={problem ? t(`errors:${problem}`) : refused.pattern}
                onChange={(event) => setPattern(event.currentTarget.value)}
              />
              {scope !== 'client' && (
                <TextInput
                  label={t('series.next')}
                  description={t(series.used ? 'series.nextUsed' : 'series.nextText')}
                  value={next}
                  inputMode="numeric"
                  disabled={series.used && scope === series.scope}
                  error={counter.ok ? refused.next : t(`errors:${counter.reason}`)}
                  onChange={(event) => setTyped(event.currentTarget.value)}
                />
              )}
            </FieldRow>
            <p className={classes.preview}>
              {t(credit ? 'series.creditPreview' : 'series.preview')}{' '}
              <strong className="tabular">{preview}</strong>
            </p>
          </>
        )}
        {issued > 0 && (
          <p className={classes.preview}>
            {missing.length === 0 ? (
              <StateWord tone="success" icon={<IconCheck size={14} stroke={1.5} aria-hidden />}>
                {t(credit ? 'series.creditNoGaps' : 'series.noGaps', { count: issued })}
              </StateWord>
            ) : (
              <StateWord tone="danger" icon={<IconAlertTriangle size={14} stroke={1.5} aria-hidden />}>
                {t('series.gaps', { numbers: missing.join(', ') })}
              </StateWord>
            )}
          </p>
        )}
        <div className={classes.actions}>
          <Button type="submit" size="lg" busy={save.isPending}>
            {t('common:save')}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
