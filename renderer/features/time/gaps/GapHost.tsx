import { IconClockExclamation } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../lib/commands/CommandsProvider.tsx';
import type { Command } from '../../../lib/commands/command.ts';
import { useRead } from '../../../lib/queries.ts';
import { reviewEvent } from '../../../lib/review.ts';
import { useArrivals } from './arrivals.ts';

const GapCard = lazy(() => import('./GapCard.tsx'));

interface Asked {
  readonly id: string;
  /** Then the next one follows; else only this one was asked for. */
  readonly all: boolean;
  /** Not when it opens by itself while a person types elsewhere. */
  readonly takesFocus: boolean;
  readonly number: number;
}

/** How often it is looked whether another dialog, which must not be covered, has been closed; milliseconds. */
const lookAgain = 400;

/** The question where time went: it opens once by itself when it arises, later wherever a person asks for it. */
export default function GapHost() {
  const { t } = useTranslation('gaps');
  const { data: gaps } = useRead('time.gaps');
  const [waiting, setWaiting] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const first = gaps?.[0]?.id ?? null;
  useArrivals(gaps, ({ id }) => setWaiting(id));
  useEffect(() => {
    if (waiting === null) return;
    const open = () => {
      if (document.querySelector('[aria-modal="true"]')) return;
      setAsked((old) => old ?? { id: waiting, all: true, takesFocus: !isTyping(), number: 1 });
      setWaiting(null);
    };
    open();
    const timer = setInterval(open, lookAgain);
    return () => clearInterval(timer);
  }, [waiting]);
  useLayoutEffect(() => {
    const onAsk = (event: Event) =>
      setAsked({ id: (event as CustomEvent<string>).detail, all: false, takesFocus: true, number: 1 });
    window.addEventListener(reviewEvent, onAsk);
    return () => window.removeEventListener(reviewEvent, onAsk);
  }, []);
  const commands = useMemo<readonly Command[]>(
    () =>
      first === null
        ? []
        : [
            {
              id: 'time.review',
              label: t('command'),
              icon: <IconClockExclamation size={16} stroke={1.5} aria-hidden />,
              keys: 'g u',
              run: () => setAsked({ id: first, all: true, takesFocus: true, number: 1 }),
            },
          ],
    [t, first],
  );
  useCommands(commands);

  const gap = asked && gaps?.find(({ id }) => id === asked.id);
  const gone = asked !== null && gaps !== undefined && !gap;
  useEffect(() => {
    if (gone) setAsked(null);
  }, [gone]);
  if (!asked || !gap || !gaps) return null;
  const next = () => {
    const following = asked.all ? gaps.find(({ id }) => id !== gap.id) : undefined;
    setAsked(following ? { ...asked, id: following.id, takesFocus: true, number: asked.number + 1 } : null);
  };
  return (
    <Suspense>
      <GapCard
        key={gap.id}
        gap={gap}
        place={asked.all ? { number: asked.number, count: asked.number + gaps.length - 1 } : null}
        takesFocus={asked.takesFocus}
        onDone={next}
        onClose={() => setAsked(null)}
      />
    </Suspense>
  );
}

function isTyping(): boolean {
  return document.activeElement?.matches('input, textarea, select, [contenteditable="true"]') ?? false;
}
