import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandRegistry } from '../../lib/commands/CommandsProvider.tsx';
import type { Command, Finding } from '../../lib/commands/command.ts';
import { type Match, matchText } from './match.ts';

export type Row =
  | {
      readonly kind: 'command';
      readonly id: string;
      readonly command: Command;
      readonly ranges: Match['ranges'];
    }
  | {
      readonly kind: 'finding';
      readonly id: string;
      readonly finding: Finding;
      readonly ranges: Match['ranges'];
    };

export interface Section {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly Row[];
}

/** Most rows of a section, with and without text. */
const MOST = { typed: 6, untyped: 12 } as const;

/** Sections for what is typed; what belongs to the open client stands first. A leading `>` asks for actions only. */
export function useResults(input: string, client: string | null): readonly Section[] {
  const { t } = useTranslation('shell');
  const { registry } = useCommandRegistry();
  const commands = useSyncExternalStore(registry.subscribe, registry.commands);
  const actionsOnly = input.startsWith('>');
  const text = (actionsOnly ? input.slice(1) : input).trim();
  const found = useFindings(actionsOnly ? '' : text, client);
  return useMemo(() => {
    const actions = { id: 'actions', label: t('palette.actions'), rows: commandRows(commands, text) };
    return [actions, ...(actionsOnly ? [] : found)].filter((section) => section.rows.length > 0);
  }, [commands, text, found, actionsOnly, t]);
}

function commandRows(commands: readonly Command[], text: string): readonly Row[] {
  const hits = commands
    .filter((command) => !command.hidden)
    .flatMap((command) => {
      const match = matchText(text, command.label);
      return match ? [{ command, match }] : [];
    })
    .toSorted((a, b) => b.match.score - a.match.score);
  return hits.slice(0, text ? MOST.typed : MOST.untyped).map(({ command, match }) => ({
    kind: 'command',
    id: command.id,
    command,
    ranges: match.ranges,
  }));
}

/** Asks every source; an answer to an earlier text, or an error of one source, never disturbs the others. */
function useFindings(text: string, client: string | null): readonly Section[] {
  const { registry } = useCommandRegistry();
  const sources = useSyncExternalStore(registry.subscribe, registry.sources);
  const [sections, setSections] = useState<readonly Section[]>([]);
  useEffect(() => {
    let current = true;
    if (!text) {
      setSections([]);
      return;
    }
    void Promise.allSettled(sources.map(async (source) => source.find(text))).then((answers) => {
      if (!current) return;
      setSections(
        answers.flatMap((answer, index) => {
          const source = sources[index];
          if (answer.status === 'rejected' || !source) return [];
          const rows = ownFirst(answer.value, client)
            .slice(0, MOST.typed)
            .map((finding): Row => {
              const ranges = matchText(text, finding.title)?.ranges ?? [];
              return { kind: 'finding', id: `${source.id}:${finding.id}`, finding, ranges };
            });
          return [{ id: source.id, label: source.label, rows }];
        }),
      );
    });
    return () => {
      current = false;
    };
  }, [text, sources, client]);
  return sections;
}

/** Keeps the order within the open client's findings and within the others. */
function ownFirst(findings: readonly Finding[], client: string | null): readonly Finding[] {
  const own = (finding: Finding) => Number(client !== null && finding.client?.name === client);
  return findings.toSorted((a, b) => own(b) - own(a));
}
