import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuditDecision, auditDecisions } from '#shared/domain/audit.ts';
import { formatDate } from '#shared/domain/clock-format.ts';
import type { AuditQuery, AuditRow } from '#shared/ipc/audit.ts';
import { call } from '../../../lib/api.ts';
import { useSay } from '../../../lib/say.ts';
import { useAnnounce } from '../../../ui/feedback/Feedback.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import classes from './Audit.module.css';

interface DecisionCellsProps {
  readonly asked: AuditQuery;
  readonly row: AuditRow;
  readonly what: string;
  readonly client: string;
}

/** The answer and a note, each kept as soon as it is given; below, what the last audit said. */
export function DecisionCells({ asked, row, what, client }: DecisionCellsProps) {
  const { t, i18n } = useTranslation('reports');
  const announce = useAnnounce();
  const { refused } = useSay();
  const [typed, setTyped] = useState<string | null>(null);
  const decide = async (decision: AuditDecision | null, note: string) => {
    if (decision === row.decision && note === row.note) return;
    try {
      const { clientId, key } = row;
      await call('audit.decide', { ...asked, clientId, key, decision, note });
      announce(t('audit.said.decided', { what, decision: t(`audit.decisions.${decision ?? 'open'}`) }));
    } catch (error) {
      refused(error);
    }
  };
  const keepNote = async () => {
    if (typed === null) return;
    await decide(row.decision, typed.trim());
    setTyped(null);
  };
  return (
    <>
      <td>
        <Segmented
          label={t('audit.decisionOf', { what, client })}
          value={row.decision ?? 'open'}
          onChange={(decision) =>
            void decide(decision === 'open' ? null : decision, typed?.trim() ?? row.note)
          }
          options={[
            { value: 'open' as const, label: t('audit.decisions.open') },
            ...auditDecisions.map((value) => ({ value, label: t(`audit.decisions.${value}`) })),
          ]}
        />
        {row.before && (
          <span className={classes.before}>
            {t('audit.before', {
              date: formatDate(row.before.toDate, i18n.language, 'dated'),
              decision: t(`audit.decisions.${row.before.decision ?? 'open'}`),
            })}
          </span>
        )}
      </td>
      <td>
        <TextInput
          size="xs"
          className={classes.noteField}
          aria-label={t('audit.noteOf', { what, client })}
          placeholder={row.before?.note || t('audit.notePlaceholder')}
          value={typed ?? row.note}
          maxLength={500}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => void keepNote()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void keepNote();
            if (event.key === 'Escape') setTyped(null);
          }}
        />
      </td>
    </>
  );
}
