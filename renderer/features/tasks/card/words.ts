import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Category, categories } from '#shared/domain/category.ts';

/** The words of all cards of a board: looked up once, not once a card. */
export interface CardWords {
  readonly t: TFunction<'tasks'>;
  readonly language: string;
  readonly category: Readonly<Record<Category, string>>;
  readonly due: string;
  readonly overdue: string;
  readonly followUp: string;
  readonly progress: string;
  readonly startTip: string;
}

export function useCardWords(): CardWords {
  const { t, i18n } = useTranslation('tasks');
  const { language } = i18n;
  return useMemo(
    () => ({
      t,
      language,
      category: Object.fromEntries(categories.map((one) => [one, t(`category.${one}`)])) as Record<
        Category,
        string
      >,
      due: t('due.due'),
      overdue: t('due.overdue'),
      followUp: t('card.followUp'),
      progress: t('card.progress'),
      startTip: t('card.startTip'),
    }),
    [t, language],
  );
}
