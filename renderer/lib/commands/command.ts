import type { ReactNode } from 'react';

/** Something a person can do now: it has a name in the palette and, if given, keys that work everywhere. */
export interface Command {
  /** Stable and unique: `tasks.new`, `go.board`. */
  readonly id: string;
  readonly label: string;
  /** Beside the label: "for Northwind Bakery". */
  readonly hint?: string;
  /** 16 px icon. */
  readonly icon?: ReactNode;
  /** `mod+k`, `n`, `g i` (one after the other). `mod` is Ctrl, on macOS Cmd. */
  readonly keys?: string;
  /** Works while a field has the focus too; only for keys with a modifier. */
  readonly inFields?: boolean;
  /** Has keys, but is not listed (opening the palette itself). */
  readonly hidden?: boolean;
  readonly run: () => void;
}

/** A thing found by typing: a task, a client, an invoice, a file. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly icon?: ReactNode;
  readonly client?: { readonly name: string; readonly colour: number };
  /** After the client: "waiting on client". */
  readonly detail?: string;
  readonly tone?: 'danger' | 'warning';
  /** At the right: an amount, a date. */
  readonly end?: string;
  readonly open: () => void;
  /** Ctrl T starts the timer on it, where that makes sense. */
  readonly startTimer?: () => void;
}

/** Finds things of one kind. Called on every keystroke with the trimmed text; earlier answers are dropped. */
export interface FindingSource {
  readonly id: string;
  /** Heading of its section: "Tasks". */
  readonly label: string;
  /** Sections stand in this order. */
  readonly order: number;
  readonly find: (text: string) => Promise<readonly Finding[]> | readonly Finding[];
}
