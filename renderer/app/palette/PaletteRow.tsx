import { useTranslation } from 'react-i18next';
import { keyLabels } from '../../lib/commands/keys.ts';
import { ClientMark } from '../../ui/ClientMark.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { splitHits } from './match.ts';
import classes from './Palette.module.css';
import type { Row } from './use-results.ts';

export interface PaletteRowProps {
  readonly row: Row;
  readonly active: boolean;
  readonly mac: boolean;
}

/** What a row shows of an action or finding. */
export function PaletteRow({ row, active, mac }: PaletteRowProps) {
  const { t } = useTranslation('shell');
  const title = row.kind === 'command' ? row.command.label : row.finding.title;
  const icon = row.kind === 'command' ? row.command.icon : row.finding.icon;
  const keys = row.kind === 'command' && row.command.keys ? keyLabels(row.command.keys, mac) : null;
  return (
    <>
      <span className={classes.rowIcon} aria-hidden="true">
        {icon}
      </span>
      <span className={classes.title}>
        {splitHits(title, row.ranges).map((part) =>
          part.hit ? <b key={part.at}>{part.text}</b> : <span key={part.at}>{part.text}</span>,
        )}
      </span>
      {row.kind === 'command' && row.command.hint && <span className={classes.hint}>{row.command.hint}</span>}
      {row.kind === 'finding' && <FindingHint row={row} />}
      <span className={classes.end}>
        {keys ? <Kbd keys={keys} /> : row.kind === 'finding' ? row.finding.end : null}
        {active && !keys && row.kind === 'command' && <Kbd keys={[t('palette.enter')]} />}
      </span>
    </>
  );
}

function FindingHint({ row }: { readonly row: Extract<Row, { kind: 'finding' }> }) {
  const { client, detail, tone } = row.finding;
  return (
    <span className={classes.hint}>
      {client && <ClientMark colour={client.colour} size={10} />}
      <span>
        {client?.name}
        {client && detail ? ', ' : ''}
        {detail && <span data-tone={tone}>{detail}</span>}
      </span>
    </span>
  );
}
