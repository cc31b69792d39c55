import { IconInfoCircle } from '@tabler/icons-react';
import { Chip } from '../../ui/Chip.tsx';
import { ClientMark } from '../../ui/ClientMark.tsx';
import classes from './pictures.module.css';

/** A rail with one client in it. */
export function RailPicture({ label }: { readonly label: string }) {
  const rest: ReadonlyArray<readonly [number, number]> = [
    [5, 80],
    [3, 94],
    [4, 66],
  ];
  return (
    <div className={classes.rail}>
      <div className={classes.first}>
        <ClientMark colour={1} size={10} />
        {label}
      </div>
      {rest.map(([colour, width]) => (
        <div key={colour} className={classes.line}>
          <ClientMark colour={colour} size={10} />
          <span className={classes.bar} style={{ width: `${width / 16}rem` }} />
        </div>
      ))}
    </div>
  );
}

/** Colour, day, start and length of each event in the picture, in px. */
const EVENTS: ReadonlyArray<readonly [number, number, number, number]> = [
  [5, 0, 9, 30],
  [8, 0, 59, 26],
  [1, 1, 25, 42],
  [3, 2, 5, 24],
  [6, 2, 51, 36],
  [7, 3, 17, 30],
  [1, 4, 7, 20],
  [4, 4, 39, 44],
];

/** A week in which every event carries its client's colour. */
export function CalendarPicture({ days }: { readonly days: readonly string[] }) {
  return (
    <div className={classes.week}>
      {days.map((name, day) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: five fixed days, two of which share a letter
        <div key={day} className={classes.day}>
          <div className={classes.dayName}>{name}</div>
          <div className={classes.hours}>
            {EVENTS.filter(([, on]) => on === day).map(([colour, , top, height]) => (
              <div
                key={top}
                className={classes.event}
                style={{
                  top: `${top / 16}rem`,
                  height: `${height / 16}rem`,
                  background: `color-mix(in srgb, var(--client-${colour}) 14%, var(--surface))`,
                }}
              >
                <span style={{ background: `var(--client-${colour})` }} />
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

/** Widths of the title of each card, column by column. */
const CARDS: ReadonlyArray<readonly number[]> = [[43, 36, 43], [43, 45], [43]];

/** A board with the mark that sample data always carries. */
export function BoardPicture({ label }: { readonly label: string }) {
  return (
    <div className={classes.board}>
      {CARDS.map((cards, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three fixed columns
        <div key={column} className={classes.column}>
          <span className={classes.bar} style={{ width: '2.25rem' }} />
          {cards.map((width, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fixed cards
            <div key={at} className={classes.card}>
              <span className={classes.bar} style={{ width: `${width / 16}rem` }} />
              <span className={classes.thin} />
            </div>
          ))}
        </div>
      ))}
      <div className={classes.sample}>
        <Chip tone="warning" icon={<IconInfoCircle size={13} stroke={1.5} />}>
          {label}
        </Chip>
      </div>
    </div>
  );
}
