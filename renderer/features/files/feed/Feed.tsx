import {
  IconArrowRight,
  IconCheck,
  IconFolderSymlink,
  IconPencil,
  IconPlus,
  IconRefresh,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dateIn, formatClock, formatDay } from '#shared/domain/clock-format.ts';
import type { FeedItem } from '#shared/ipc/files.ts';
import { useHere } from '../../../lib/here.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { useAnnounce } from '../../../ui/feedback/Feedback.tsx';
import { useRoving } from '../../../ui/roving.ts';
import classes from './Feed.module.css';

const icons = {
  added: IconPlus,
  changed: IconRefresh,
  renamed: IconPencil,
  moved: IconFolderSymlink,
  removed: IconTrash,
} as const;

export interface FeedProps {
  readonly clientId: string;
  readonly onOpen: (url: string) => void;
}

/** What changed in the client's folders, newest first; what came after the last look is marked. */
export function Feed({ clientId, onOpen }: FeedProps) {
  const { t } = useTranslation('files');
  const { data, error, refetch } = useRead('files.feed', { clientId, limit: 200 });
  const look = useWrite('files.looked');
  const { refused } = useSay();
  const announce = useAnnounce();
  const roving = useRoving(data?.items[0] ? String(data.items[0].seq) : null);
  const markSeen = () =>
    look.mutate(
      { clientId },
      {
        onSuccess: () => announce(t('feed.seen')),
        onError: refused,
      },
    );
  return (
    <section className={classes.feed} aria-label={t('feed.title')}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t('feed.title')}</h3>
        {data && data.fresh > 0 && <Chip tone="accent">{t('feed.fresh', { count: data.fresh })}</Chip>}
        {data && data.fresh > 0 && (
          <Button
            size="sm"
            variant="quiet"
            className={classes.seen ?? ''}
            icon={<IconCheck size={16} stroke={1.5} aria-hidden />}
            busy={look.isPending}
            onClick={markSeen}
          >
            {t('feed.markSeen')}
          </Button>
        )}
      </div>
      {error && (
        <div className={classes.empty} role="alert">
          <p>{t('feed.failed')}</p>
          <Button size="sm" onClick={() => void refetch()}>
            {t('common:retry')}
          </Button>
        </div>
      )}
      {data?.items.length === 0 && <p className={classes.empty}>{t('feed.empty')}</p>}
      {data && data.items.length > 0 && (
        <ul className={classes.items} {...roving.list}>
          {data.items.map((item) => (
            <li key={item.seq}>
              <Item item={item} onOpen={onOpen} focus={roving.item(String(item.seq))} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface ItemProps {
  readonly item: FeedItem;
  readonly onOpen: (url: string) => void;
  readonly focus: object;
}

function Item({ item, onOpen, focus }: ItemProps) {
  const { t } = useTranslation('files');
  const { zone, locale, today } = useHere();
  const Icon = icons[item.what];
  const { webUrl } = item;
  const day = dateIn(item.at, zone) === today ? null : formatDay(item.at, zone, locale, 'day');
  const when = [day, formatClock(item.at, zone)].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      className={classes.item}
      data-fresh={item.fresh || undefined}
      aria-disabled={webUrl === null}
      onClick={() => webUrl && onOpen(webUrl)}
      {...focus}
    >
      <Icon size={16} stroke={1.5} aria-hidden />
      <span className={classes.words}>
        <span className={classes.name} title={item.name}>
          {item.name}
        </span>
        <span className={classes.what}>
          {item.fresh && <span className="visually-hidden">{t('feed.new')} </span>}
          {t(`feed.what.${item.what}`)} {item.by && t('feed.by', { who: item.by })}
          <span className={classes.at}> · {when}</span>
        </span>
      </span>
      {webUrl && <IconArrowRight size={16} stroke={1.5} aria-hidden className={classes.go} />}
    </button>
  );
}
