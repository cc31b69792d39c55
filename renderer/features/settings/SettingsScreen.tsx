import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsSections } from '../../app/screens.ts';
import { settingsHref } from '../../lib/addresses.ts';
import classes from './SettingsScreen.module.css';

/** Sections at the left, the open one beside them. */
export default function SettingsScreen() {
  const { t } = useTranslation('settings');
  const { section } = useParams({ strict: false }) as { readonly section?: string };
  const [sections] = useState(() => settingsSections.map(({ id, load }) => ({ id, Section: lazy(load) })));
  const open = sections.find(({ id }) => id === section) ?? sections[0];
  if (!open) return null;
  return (
    <div className={classes.screen}>
      <nav className={classes.nav} aria-label={t('sectionsLabel')}>
        {sections.map(({ id }) => (
          <a
            key={id}
            href={settingsHref(id)}
            className={classes.link}
            aria-current={id === open.id ? 'page' : undefined}
          >
            {t(`sections.${id}`)}
          </a>
        ))}
      </nav>
      <div className={classes.body}>
        <Suspense>
          <open.Section />
        </Suspense>
      </div>
    </div>
  );
}
