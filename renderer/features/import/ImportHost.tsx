import { IconFileImport } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { go, importHref } from '../../lib/addresses.ts';
import { useCommands } from '../../lib/commands/CommandsProvider.tsx';
import type { Command } from '../../lib/commands/command.ts';

/** The way to the import from anywhere, by its name in the palette. */
export default function ImportHost() {
  const { t } = useTranslation('import');
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'import.open',
          label: t('open'),
          icon: <IconFileImport size={16} stroke={1.5} aria-hidden />,
          run: () => go(importHref()),
        },
      ],
      [t],
    ),
  );
  return null;
}
