interface NotificationAction {
  readonly id: string;
  readonly text: string;
}

export interface NotificationRequest {
  readonly title: string;
  readonly body: string;
  readonly actions: readonly NotificationAction[];
  /** Called once: with an action's id, or with null when the notification itself was clicked. */
  readonly onAction: (actionId: string | null) => void;
}

/** The system's notifications. Buttons appear only where the system has them. */
export interface Notifier {
  supported(): boolean;
  show(request: NotificationRequest): void;
}
