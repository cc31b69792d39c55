export interface FileToView {
  /** As it was called; characters that no system takes are replaced. */
  readonly name: string;
  /** The ending that its content has, without a dot: what opens it goes by this and never by its name. */
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/** Shows a file in the program that the system has for it, as a copy that only this person can read. */
export interface FileViewer {
  /** Throws AppError `unavailable` when there is no such program, `disk_full` or `read_only` when no copy can be made. */
  view(file: FileToView): Promise<void>;
}
