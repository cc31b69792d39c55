import { useEffect } from 'react';
import { useRead } from '../../lib/queries.ts';
import { startI18n } from './start.ts';

/** The page speaks the language that was chosen last, without a restart. */
export default function LiveLanguage() {
  const { data: preferences } = useRead('settings.get');
  const spoken = preferences?.spoken;
  useEffect(() => {
    if (spoken && spoken !== document.documentElement.lang) void startI18n(spoken);
  }, [spoken]);
  return null;
}
