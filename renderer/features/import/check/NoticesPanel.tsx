import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportCheck, type ImportNotice, importNotices } from '#shared/ipc/import.ts';
import { useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { useToast } from '../../../ui/feedback/Feedback.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { tableStyles as styles } from '../../../ui/table.ts';
import classes from './Check.module.css';
import { NoticeTable } from './NoticeTable.tsx';

/** The rows that are worth a look, by reason; nothing when there are none. */
export function NoticesPanel({ check }: { readonly check: ImportCheck }) {
  const { t, i18n } = useTranslation('import');
  const toast = useToast();
  const { refused } = useSay();
  const save = useWrite('import.saveBad');
  const notices = importNotices.filter((notice) => check[notice] > 0);
  const [chosen, setChosen] = useState<ImportNotice | null>(null);
  const shown = chosen ?? notices[0];
  if (!shown) return null;
  return (
    <Panel
      title={t('check.look')}
      flush
      actions={
        <>
          {notices.length > 1 && (
            <Segmented
              label={t('check.look')}
              value={shown}
              onChange={setChosen}
              options={notices.map((value) => ({
                value,
                label: `${t(`check.notices.${value}`)} ${check[value].toLocaleString(i18n.language)}`,
              }))}
            />
          )}
          {shown === 'bad' && (
            <Button
              size="sm"
              busy={save.isPending}
              onClick={() =>
                save.mutate(undefined, {
                  onSuccess: (saved) => saved && toast.show({ text: t('check.savedBad'), tone: 'success' }),
                  onError: refused,
                })
              }
            >
              {t('check.saveBad')}
            </Button>
          )}
        </>
      }
    >
      <p className={`${styles.note} ${classes.note}`}>{t(`check.explain.${shown}`)}</p>
      <NoticeTable key={shown} notice={shown} />
    </Panel>
  );
}
