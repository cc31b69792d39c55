export const importSources = ['toggl', 'clockify', 'harvest', 'other'] as const;
export type ImportSource = (typeof importSources)[number];

/** What a column of another tracker's table can mean. */
export const importFields = [
  'client',
  'project',
  'task',
  'note',
  'startDate',
  'startTime',
  'endDate',
  'endTime',
  'duration',
  'billable',
  'invoiced',
  'tags',
  'person',
  'personLast',
  'email',
] as const;
export type ImportField = (typeof importFields)[number];

/** Which column, counted from 0, holds a field. */
export type ColumnMap = Partial<Record<ImportField, number>>;

interface Known {
  readonly source: Exclude<ImportSource, 'other'>;
  /** Names that only this tracker's export has together. */
  readonly marks: readonly string[];
  readonly columns: Partial<Record<ImportField, readonly string[]>>;
}

// Headers as the trackers' own exports have them; of several names for a field the first that is there counts.
const known: readonly Known[] = [
  {
    source: 'clockify',
    marks: ['start date', 'start time', 'end date', 'duration (h)'],
    columns: {
      client: ['client'],
      project: ['project'],
      task: ['task'],
      note: ['description'],
      startDate: ['start date'],
      startTime: ['start time'],
      endDate: ['end date'],
      endTime: ['end time'],
      duration: ['duration (h)', 'duration (decimal)'],
      billable: ['billable'],
      tags: ['tags'],
      person: ['user'],
      email: ['email'],
    },
  },
  {
    source: 'toggl',
    marks: ['description', 'start date', 'start time', 'duration'],
    columns: {
      client: ['client'],
      project: ['project'],
      task: ['task'],
      note: ['description'],
      startDate: ['start date'],
      startTime: ['start time'],
      endDate: ['end date', 'stop date'],
      endTime: ['end time', 'stop time'],
      duration: ['duration'],
      billable: ['billable'],
      tags: ['tags'],
      person: ['user', 'member'],
      email: ['email'],
    },
  },
  {
    source: 'harvest',
    marks: ['date', 'client', 'project', 'task', 'notes', 'hours'],
    columns: {
      client: ['client'],
      project: ['project'],
      task: ['task'],
      note: ['notes'],
      startDate: ['date'],
      duration: ['hours'],
      billable: ['billable?'],
      invoiced: ['invoiced?'],
      person: ['first name'],
      personLast: ['last name'],
      email: ['email'],
    },
  },
];

/** Words that a header of any other table, or of another language, may use. */
const guesses: Partial<Record<ImportField, readonly RegExp[]>> = {
  client: [/^(client|customer|kunde|kundin|cliente?|klant|mandant)/],
  project: [/^(project|projekt|projet|proyecto|progetto|projeto)/],
  task: [/^(task|aufgabe|t[âa]che|tarea|activity|aktivit[äa]t)/],
  note: [/^(description|beschreibung|notes?|notiz|bemerkung|comment|kommentar|descripci[óo]n|libell[ée])/],
  startDate: [
    /^(start.?dat|startdatum|date de d[ée]but|fecha de inicio|beginn.?dat)/,
    /^(date|datum|tag|day|fecha|data)$/,
    /^(start|beginn|begin|started|von|from)$/,
  ],
  startTime: [
    /^(start.?time|startzeit|start.?uhrzeit|beginn|start|from|von|heure de d[ée]but|hora de inicio)/,
  ],
  endDate: [/^((end|stop).?date|enddatum|date de fin|fecha de fin)/],
  // Also a whole moment: a time alone reads as one of the start's day.
  endTime: [
    /^((end|stop).?time|endzeit|end.?uhrzeit|ende|end|stop|finished|to|bis|heure de fin|hora de fin)/,
  ],
  duration: [/^(duration|dauer|hours|stunden|time \(h\)|dur[ée]e|duraci[óo]n|zeit|time|hrs)/],
  billable: [/^(billable|abrechenbar|verrechenbar|fakturierbar|facturable)/],
  invoiced: [/^(invoiced|abgerechnet|fakturiert|billed)/],
  tags: [/^(tags?|labels?|schlagw)/],
  person: [/^(user|member|person|employee|benutzer|nutzer|mitarbeiter|name|utilisateur|usuario)/],
  email: [/^(e-?mail)/],
};

const plain = (name: string) => name.trim().toLowerCase().replace(/\s+/g, ' ');

/** Which tracker's export a header is of, and what its columns mean. Unknown headers come as `other` with a guess. */
export function recognise(header: readonly string[]): {
  readonly source: ImportSource;
  readonly columns: ColumnMap;
} {
  const names = header.map(plain);
  const found = known.find(({ marks }) => marks.every((mark) => names.includes(mark)));
  if (!found) return { source: 'other', columns: guess(names) };
  const columns: ColumnMap = {};
  for (const [field, choices] of Object.entries(found.columns) as [ImportField, readonly string[]][]) {
    const name = choices.find((choice) => names.includes(choice));
    if (name !== undefined) columns[field] = names.indexOf(name);
  }
  return { source: found.source, columns };
}

/** A column serves one field only; the fields take turns in their order, the surest pattern first. */
function guess(names: readonly string[]): ColumnMap {
  const columns: ColumnMap = {};
  const taken = new Set<number>();
  for (const [field, patterns] of Object.entries(guesses) as [ImportField, readonly RegExp[]][]) {
    for (const pattern of patterns) {
      const at = names.findIndex((name, index) => !taken.has(index) && pattern.test(name));
      if (at < 0) continue;
      columns[field] = at;
      taken.add(at);
      break;
    }
  }
  return columns;
}

/** Why no time can be read with these columns, as a key of the `errors` texts; null when it can. */
export function columnFault(columns: ColumnMap): 'import.needsDate' | 'import.needsLength' | null {
  if (columns.startDate === undefined) return 'import.needsDate';
  const ends = columns.endTime !== undefined || columns.endDate !== undefined;
  if (columns.duration === undefined && !ends) return 'import.needsLength';
  return null;
}
