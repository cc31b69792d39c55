import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Category, categories } from '#shared/domain/category.ts';
import { type DateFinding, type QuickAdd, type QuickPart, readQuickAdd } from '#shared/domain/quick-add.ts';
import { useMinute } from '../../../lib/clock.tsx';

type FindDates = (text: string, now: number, language: string) => DateFinding[];

/** Reads what is typed. Dates are read once their reader has been loaded, which begins with the first word. */
export function useQuickAdd(text: string, declined: ReadonlySet<QuickPart>): QuickAdd {
  const { t, i18n } = useTranslation('tasks');
  const now = useMinute();
  const [findDates, setFindDates] = useState<FindDates | null>(null);
  const needed = text.length > 2 && findDates === null;
  useEffect(() => {
    if (!needed) return;
    let wanted = true;
    void import('./dates.ts').then((module) => wanted && setFindDates(() => module.findDates));
    return () => {
      wanted = false;
    };
  }, [needed]);

  return useMemo(() => {
    const words = new Map<string, Category>(
      categories.flatMap((category) => [
        [category, category],
        [t(`category.${category}`).toLowerCase(), category],
      ]),
    );
    const dates = (part: string) => findDates?.(part, now, i18n.language) ?? [];
    return readQuickAdd(text, dates, words, declined);
  }, [text, findDates, now, declined, t, i18n.language]);
}
