/** One line of the tray's menu; without `run` it only informs. */
export type TrayItem =
  | { readonly kind: 'line' }
  | { readonly kind: 'item'; readonly label: string; readonly run?: () => void }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly TrayItem[] };

export interface TrayContent {
  readonly tooltip: string;
  readonly items: readonly TrayItem[];
}

/** The system's tray; does nothing on a system without one. */
export interface Tray {
  show(content: TrayContent, onClick: () => void): void;
  remove(): void;
  /** Whether it stands there, so that a click on it could bring a hidden window back. */
  present(): boolean;
}
